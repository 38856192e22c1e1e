package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Firmware;
import vmconf.plan.Vm;
import vmconf.runtime.console.Console;
import vmconf.runtime.host.Media;
import vmconf.runtime.network.Attachment;
import vmconf.runtime.network.Leases;
import vmconf.runtime.posix.PseudoTerminal;
import vmconf.runtime.supervise.Guest;
import vmconf.runtime.supervise.Hypervisor;
import vmconf.runtime.supervise.LaunchException;

/// Runs each guest in a QEMU process.
///
/// @param state folder below which guests have their files
/// @param user the user QEMU becomes; absent when the daemon is not root
public record QemuHypervisor(
        Binary binary, Accelerator accelerator, Path state, Optional<String> user)
        implements Hypervisor {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public Guest launch(Vm vm, Media media, Leases leases) throws LaunchException {
        refuseUnsupported(vm);
        Path program = binary.file();
        Path place = state.resolve("run").resolve("" + vm.id());
        refuseSecond(new RunFolder(place));
        try {
            RunFolder folder = RunFolder.make(place);
            ConsoleLog log = consoleLog(vm);
            Blueprint blueprint =
                    new Blueprint(
                            vm, media, leases.attachments(), accelerator, folder, log.path(), user);
            return start(program, blueprint, log);
        } catch (IOException e) {
            throw new LaunchException("cannot prepare the guest's files: " + e.getMessage());
        }
    }

    private static void refuseUnsupported(Vm vm) throws LaunchException {
        if (vm.boot().firmware() != Firmware.BIOS || vm.boot().efivars().isPresent()) {
            throw new LaunchException("firmware uefi is not supported");
        }
        if (vm.sev() || vm.seves()) {
            throw new LaunchException("memory encryption (sev) is not supported");
        }
    }

    private static void refuseSecond(RunFolder folder) throws LaunchException {
        Optional<Identity> earlier = Identity.read(folder.identity()).filter(Identity::isAlive);
        if (earlier.isPresent()) {
            throw new LaunchException(
                    "qemu process %1$d of an earlier vmd still runs this vm; end it with: kill %1$d"
                            .formatted(earlier.get().pid()));
        }
    }

    private ConsoleLog consoleLog(Vm vm) throws IOException {
        Path folder = Files.createDirectories(state.resolve("console"));
        return ConsoleLog.at(folder.resolve(vm.name() + ".log"));
    }

    private static Guest start(Path program, Blueprint blueprint, ConsoleLog log)
            throws LaunchException {
        RunFolder folder = blueprint.folder();
        List<String> arguments = Arguments.of(blueprint);
        QemuProcess qemu = QemuProcess.start(program, arguments, folder, taps(blueprint));
        try {
            return attach(qemu, blueprint.vm(), log);
        } catch (LaunchException | IOException | InterruptedException e) {
            qemu.process().destroyForcibly().onExit().join();
            String complaint = folder.complaint();
            folder.delete();
            throw new LaunchException(
                    complaint.isEmpty() ? String.valueOf(e.getMessage()) : "qemu: " + complaint);
        }
    }

    private static List<String> taps(Blueprint blueprint) {
        return blueprint.links().stream()
                .filter(Attachment.Tap.class::isInstance)
                .map(Attachment.Tap.class::cast)
                .map(Attachment.Tap::device)
                .toList();
    }

    /// Connects everything, then lets the guest run, so that none of its output is missed.
    private static Guest attach(QemuProcess qemu, Vm vm, ConsoleLog log)
            throws LaunchException, IOException, InterruptedException {
        LastWords lastWords = new LastWords();
        SocketChannel socket = qemu.connect(qemu.folder().monitor());
        Qmp monitor = Qmp.over(socket, PATIENCE, lastWords);
        Console console = Console.over(qemu.connect(qemu.folder().console()), vm.name());
        console.attach(log);
        PseudoTerminal terminal = ConsoleDevice.connect(console, vm.owner());
        try {
            monitor.execute("cont");
        } catch (QmpException e) {
            terminal.close();
            throw e;
        }
        return new QemuGuest(qemu, monitor, console, terminal, lastWords).watched();
    }
}
