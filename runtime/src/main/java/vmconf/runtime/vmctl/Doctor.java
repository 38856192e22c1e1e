package vmconf.runtime.vmctl;

import java.util.List;
import java.util.Optional;
import vmconf.runtime.host.Places;
import vmconf.runtime.protocol.Reply;

/// Examines this host where no daemon answers.
public interface Doctor {
    /// Never fails: what it cannot examine is a finding, too.
    ///
    /// @param file a vm.conf or plan; absent: the usual file, which need not exist
    /// @param names only these VMs; all when empty
    Reply.Examined examine(Places places, Optional<String> file, List<String> names);
}
