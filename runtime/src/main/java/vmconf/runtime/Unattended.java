package vmconf.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.control.Examinations;
import vmconf.runtime.host.Finding;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Places;
import vmconf.runtime.protocol.FindingView;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.state.StateException;
import vmconf.runtime.supervise.Examination;
import vmconf.runtime.vmctl.Doctor;

/// What can be done where no daemon runs, the way a daemon would.
final class Unattended implements Doctor {
    /// Any will do where nothing is run.
    private static final String SEED = "check";

    @Override
    public Reply.Examined examine(Places places, Optional<String> file, List<String> names) {
        try {
            VmdOptions options = VmdOptions.parse(List.of());
            Plan plan = ConfigurationFile.read(file, List.of(), SEED);
            Examination examination =
                    new Examination(new HostPorts(options, places, Log.toNowhere()).of(plan));
            Examinations examinations = new Examinations(examination);
            socket(places.socket()).ifPresent(examinations::add);
            examinations.add(Finding.ok("configuration", "%d vms".formatted(plan.vms().size())));
            for (String name : names) {
                if (plan.vmNamed(name).isEmpty()) {
                    examinations.add(
                            Finding.error("vm", "no such vm: " + name, "vmconf summary FILE"));
                }
            }
            for (Vm vm : plan.vms()) {
                if (names.isEmpty() || names.contains(vm.name())) {
                    examinations.add(vm, List.of(), false);
                }
            }
            return examinations.reply();
        } catch (StartupException e) {
            return only("configuration", e.getMessage(), "correct the file");
        } catch (StateException e) {
            return only("state", e.getMessage(), "run it as the user of vmd");
        }
    }

    /// Why no daemon could open it.
    private static Optional<Finding> socket(Path socket) {
        if (socket.toString().length() > Places.LONGEST_SOCKET_PATH) {
            return Optional.of(
                    Finding.error("socket", socket + ": name too long", "vmd --socket PATH"));
        }
        Path folder = Optional.ofNullable(socket.getParent()).orElse(socket);
        while (!Files.exists(folder)) {
            folder = Optional.ofNullable(folder.getParent()).orElse(Path.of("/"));
        }
        return Files.isDirectory(folder) && Files.isWritable(folder)
                ? Optional.empty()
                : Optional.of(
                        Finding.error(
                                "socket",
                                "%s cannot be made: %s cannot be written".formatted(socket, folder),
                                "vmd --socket PATH"));
    }

    private static Reply.Examined only(String check, String text, String fix) {
        return new Reply.Examined(
                List.of(new FindingView(Optional.empty(), check, "error", text, Optional.of(fix))));
    }
}
