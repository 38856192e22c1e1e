package vmconf.runtime.network;

import java.util.List;
import vmconf.plan.DhcpAnswer;
import vmconf.plan.machine.Attachment;

/// What connecting a VM would do.
///
/// @param commands each an argument vector, in order
/// @param attachments in the order of the interfaces
/// @param answers what guests would be told by DHCP
public record Rehearsal(
        List<List<String>> commands, List<Attachment> attachments, List<Told> answers) {
    public Rehearsal {
        commands = List.copyOf(commands);
        attachments = List.copyOf(attachments);
        answers = List.copyOf(answers);
    }

    /// What one interface of the guest would be told.
    ///
    /// @param index of the interface, from 0
    /// @param byHypervisor its own network answers, else the daemon
    /// @param mac of the guest's end
    public record Told(int index, boolean byHypervisor, String mac, DhcpAnswer answer) {}
}
