package vmconf.runtime.supervise;

import java.util.List;
import vmconf.plan.Vm;
import vmconf.runtime.host.Media;
import vmconf.runtime.host.MediaException;
import vmconf.runtime.host.Supplied;
import vmconf.runtime.network.NetworkException;
import vmconf.runtime.network.Rehearsal;

/// What a start would do, found out by the ports that would do it.
///
/// @param vm as it would be started
public record Rehearsed(Vm vm, Media media, Rehearsal network, LaunchCommand command) {
    /// Goes the way of [Live#launch], and takes nothing.
    ///
    /// @param own devices that the VM has now and would have given back before
    /// @param supplied files that are looked at with somebody's rights
    /// @throws LaunchException when the start would be refused, with the same words
    static Rehearsed of(Vm vm, List<String> own, Supplied supplied, Ports ports)
            throws LaunchException {
        try (Media media = ports.preflight().inspect(vm, supplied)) {
            Rehearsal network = ports.network().rehearse(vm, own);
            LaunchCommand command =
                    ports.hypervisor()
                            .command(vm, media, network.attachments(), ports.ledger().folder(vm));
            return new Rehearsed(vm, media, network, command);
        } catch (MediaException | NetworkException e) {
            throw new LaunchException(String.valueOf(e.getMessage()));
        }
    }
}
