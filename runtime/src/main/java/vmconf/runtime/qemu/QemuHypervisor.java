package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;
import vmconf.plan.machine.Accelerator;
import vmconf.plan.machine.Arguments;
import vmconf.plan.machine.Attachment;
import vmconf.plan.machine.Blueprint;
import vmconf.runtime.console.Console;
import vmconf.runtime.host.Finding;
import vmconf.runtime.host.Mark;
import vmconf.runtime.host.Media;
import vmconf.runtime.network.Leases;
import vmconf.runtime.network.NetworkException;
import vmconf.runtime.posix.PseudoTerminal;
import vmconf.runtime.supervise.Arrival;
import vmconf.runtime.supervise.Entry;
import vmconf.runtime.supervise.Found;
import vmconf.runtime.supervise.Guest;
import vmconf.runtime.supervise.Hypervisor;
import vmconf.runtime.supervise.LaunchCommand;
import vmconf.runtime.supervise.LaunchException;

/// Runs each guest in a QEMU process.
///
/// @param state folder below which guests have their files
/// @param user the user QEMU becomes; absent when the daemon is not root
/// @param groups what keeps guests from taking more of the host than they may
public record QemuHypervisor(
        Binary binary,
        Accelerator accelerator,
        Path state,
        Optional<String> user,
        GuestGroups groups)
        implements Hypervisor {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public Guest launch(Vm vm, Media media, Leases leases, Entry entry) throws LaunchException {
        return start(vm, media, leases, entry, Filling.NONE);
    }

    @Override
    public Guest receive(Vm vm, Media media, Leases leases, Entry entry, Arrival arrival, Gate gate)
            throws LaunchException {
        return start(vm, media, leases, entry, new Incoming(arrival, gate));
    }

    private Guest start(Vm vm, Media media, Leases leases, Entry entry, Filling filling)
            throws LaunchException {
        refuseUnsupported(vm);
        Path program = binary.file();
        RunFolder folder = new RunFolder(entry.folder());
        try {
            ConsoleLog log = consoleLog(vm);
            Blueprint blueprint = blueprint(vm, media, leases.attachments(), folder);
            List<String> arguments = filling.arguments(blueprint, folder);
            QemuProcess qemu =
                    QemuProcess.start(program, arguments, folder, pid -> groups.of(vm, pid));
            Mark.QEMU_SPAWNED.pass();
            return attached(qemu, media, leases, log, entry, filling);
        } catch (IOException e) {
            throw new LaunchException("cannot prepare the guest's files: " + e.getMessage());
        }
    }

    @Override
    public LaunchCommand command(Vm vm, Media media, List<Attachment> links, Path folder)
            throws LaunchException {
        refuseUnsupported(vm);
        Blueprint blueprint = blueprint(vm, media, links, new RunFolder(folder));
        List<String> arguments = new ArrayList<>(List.of(binary.file().toString()));
        arguments.addAll(Arguments.of(blueprint));
        return new LaunchCommand(List.of(folder, consoles()), arguments);
    }

    @Override
    public List<Finding> examine() {
        return new QemuExamination(this).findings();
    }

    @Override
    public Optional<String> trial(Vm vm, Media media) {
        List<Attachment> links =
                vm.interfaces().stream()
                        .<Attachment>map(link -> new Attachment.Unplugged(link.lladdr()))
                        .toList();
        try {
            refuseUnsupported(vm);
            Blueprint blueprint = blueprint(vm, media, links, new RunFolder(state));
            return new Trial(binary.file(), blueprint).complaint().map(each -> "qemu: " + each);
        } catch (LaunchException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Blueprint blueprint(Vm vm, Media media, List<Attachment> links, RunFolder folder) {
        return new Blueprint(
                vm,
                new OpenedImages(media).images(),
                links,
                accelerator,
                folder.files(consoleFile(vm)),
                user);
    }

    @Override
    public Found adopt(Entry entry) {
        return new Heir(entry, groups.of(entry.vm()), this::consoleLog).found();
    }

    @Override
    public void end() {
        groups.groups().end();
    }

    private static void refuseUnsupported(Vm vm) throws LaunchException {
        if (vm.sev() || vm.seves()) {
            throw new LaunchException("memory encryption (sev) is not supported");
        }
    }

    private ConsoleLog consoleLog(Vm vm) throws IOException {
        Files.createDirectories(consoles());
        return ConsoleLog.at(consoleFile(vm));
    }

    private Path consoles() {
        return state.resolve("console");
    }

    private Path consoleFile(Vm vm) {
        return consoles().resolve(vm.name() + ".log");
    }

    private static Guest attached(
            QemuProcess qemu,
            Media media,
            Leases leases,
            ConsoleLog log,
            Entry entry,
            Filling filling)
            throws LaunchException {
        try {
            return attach(qemu, media, leases, log, entry, filling);
        } catch (StateRefusedException e) {
            qemu.end();
            throw e;
        } catch (LaunchException | IOException | InterruptedException e) {
            qemu.end();
            String complaint = qemu.folder().complaint();
            throw new LaunchException(
                    complaint.isEmpty() ? String.valueOf(e.getMessage()) : "qemu: " + complaint);
        }
    }

    private static void opened(Leases leases) throws LaunchException {
        try {
            leases.opened();
        } catch (NetworkException e) {
            throw new LaunchException(e.getMessage());
        }
    }

    /// Connects everything, then lets the guest run, so that none of its output is missed.
    private static Guest attach(
            QemuProcess qemu,
            Media media,
            Leases leases,
            ConsoleLog log,
            Entry entry,
            Filling filling)
            throws LaunchException, IOException, InterruptedException {
        Vm vm = entry.vm();
        LastWords lastWords = new LastWords();
        SocketChannel socket = qemu.connect(qemu.folder().monitor());
        Qmp qmp = Qmp.over(socket, PATIENCE, lastWords);
        Console console = Console.over(qemu.connect(qemu.folder().console()), vm.name());
        console.attach(log);
        PseudoTerminal terminal = ConsoleDevice.connect(console, vm.owner());
        Mark.QEMU_CONNECTED.pass();
        try {
            RunFolder folder = qemu.folder();
            List<Path> own = List.of(log.path(), folder.errors(), folder.pidFile());
            OpenedFiles.check(qemu.id().pid(), media, own);
            opened(leases);
            filling.fill(qmp, qemu);
            entry.running(qemu.id(), Instant.now());
            filling.noted();
            qmp.execute("cont");
            filling.letGo(entry);
        } catch (LaunchException | IOException e) {
            terminal.close();
            throw e;
        }
        Monitor monitor = Monitor.over(qmp, qemu, Arguments.uuid(vm), lastWords);
        return new QemuGuest(qemu, monitor, console, terminal, lastWords).watched();
    }
}
