package vmconf.compiler.export.pacemaker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;

/// Which nodes see which images. No plan says it.
///
/// @param shared folders on storage that every node sees, absolute
/// @param node the only one that has the images outside of them; absent: nobody has said
public record Storage(List<String> shared, Optional<String> node) {
    /// Nobody has said anything.
    public static final Storage UNKNOWN = new Storage(List.of(), Optional.empty());

    public Storage {
        shared = List.copyOf(shared);
    }

    /// Every node sees the image.
    boolean isShared(String path) {
        if (path.indexOf('\0') >= 0) {
            return false;
        }
        Path image = Path.of(path).normalize();
        return shared.stream().anyMatch(each -> image.startsWith(Path.of(each).normalize()));
    }

    /// The only node that can run the machine, if there is one.
    Optional<String> home(Vm vm) {
        return Image.of(vm, "").stream().allMatch(each -> isShared(each.path()))
                ? Optional.empty()
                : node;
    }
}
