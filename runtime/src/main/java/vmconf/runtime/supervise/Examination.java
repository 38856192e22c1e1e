package vmconf.runtime.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.plan.Vm;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.Finding;
import vmconf.runtime.host.Media;
import vmconf.runtime.host.MediaException;
import vmconf.runtime.host.Supplied;

/// Looks for every reason why VMs would not start on this host. Changes nothing.
///
/// @param ports that would start them
public record Examination(Ports ports) {
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";
    private static final String START = "start";
    private static final long KIBIBYTE = 1024;

    /// How far one goes with a VM.
    public enum Depth {
        /// its guest runs: it has everything
        RUNS,
        /// look at what it needs
        LOOK,
        /// also have the hypervisor make its machine
        TRY,
    }

    /// What holds for all VMs.
    public List<Finding> host() {
        return Stream.of(
                        ports.hypervisor().examine(),
                        ports.network().examine(),
                        ports.ledger().examine())
                .flatMap(List::stream)
                .toList();
    }

    /// What is wrong with one VM, or that nothing is. One without an error starts.
    ///
    /// @param own devices that it has now
    public List<Finding> of(Vm vm, List<String> own, Depth depth) {
        List<Finding> findings = new ArrayList<>(ports.preflight().examine(vm));
        findings.addAll(ports.network().examine(vm));
        if (depth != Depth.RUNS) {
            ports.ledger()
                    .obstacle(vm)
                    .map(each -> Finding.refusal("state", each))
                    .ifPresent(findings::add);
        }
        if (findings.stream().noneMatch(Finding::isError)) {
            refusal(vm, own).ifPresent(findings::add);
        }
        if (depth == Depth.TRY && findings.stream().noneMatch(Examination::isRefused)) {
            complaint(vm).ifPresent(findings::add);
        }
        findings.replaceAll(Remedies::with);
        memory(vm, depth).ifPresent(findings::add);
        findings.addAll(owner(vm));
        if (findings.stream().noneMatch(Finding::isError)) {
            findings.addFirst(
                    Finding.ok(START, depth == Depth.RUNS ? "it runs" : "it would start"));
        }
        return findings;
    }

    /// The hypervisor would say the same again.
    private static boolean isRefused(Finding finding) {
        return finding.check().equals(START);
    }

    private Optional<Finding> refusal(Vm vm, List<String> own) {
        try {
            Rehearsed.of(vm, own, Supplied.NONE, ports);
            return Optional.empty();
        } catch (LaunchException e) {
            return Optional.of(Finding.refusal(START, e.getMessage()));
        }
    }

    /// Of the hypervisor, which needs the images and nothing of the network.
    private Optional<Finding> complaint(Vm vm) {
        try {
            Media media = ports.preflight().inspect(vm);
            return ports.hypervisor().trial(vm, media).map(each -> Finding.refusal("qemu", each));
        } catch (MediaException e) {
            // it has been named
            return Optional.empty();
        }
    }

    private static Optional<Finding> memory(Vm vm, Depth depth) {
        Optional<Long> free = depth == Depth.RUNS ? Optional.empty() : available();
        return free.filter(bytes -> bytes < vm.memory())
                .map(
                        bytes ->
                                Finding.warning(
                                        "memory",
                                        "it may take %d MiB, and this host has %d MiB left"
                                                .formatted(vm.memory() >> 20, bytes >> 20),
                                        "give it less memory, or stop another vm"));
    }

    private static Optional<Long> available() {
        try (Stream<String> lines = Files.lines(MEMORY)) {
            return lines.filter(line -> line.startsWith(AVAILABLE))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .map(number -> Long.parseLong(number) * KIBIBYTE)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Finding> owner(Vm vm) {
        Accounts accounts = Accounts.ofHost();
        String user = vm.owner().user();
        boolean unknown = !accounts.hasUser(user) && accounts.userName(user).equals(user);
        return Stream.concat(
                        unknown ? Stream.of(nobody("user", user)) : Stream.empty(),
                        vm.owner().group().stream()
                                .filter(group -> !accounts.hasGroup(group))
                                .map(group -> nobody("group", group)))
                .toList();
    }

    private static Finding nobody(String kind, String name) {
        return Finding.warning(
                "owner",
                "there is no %s %s, its owner".formatted(kind, name),
                "%sadd %s".formatted(kind, name));
    }
}
