package vmconf.compiler.edit;

import java.util.List;
import java.util.Optional;

/// A VM to be added.
///
/// @param parent of an instance
/// @param settings each in words of vm.conf, as `disk`, `/a.img`, `format`, `raw`
/// @param into the file of the tree that gets it; absent for the file the user named
public record NewVm(
        String name, Optional<String> parent, List<List<String>> settings, Optional<String> into) {

    public NewVm {
        settings = settings.stream().map(List::copyOf).toList();
    }
}
