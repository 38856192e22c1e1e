package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.Finding;
import vmconf.runtime.host.Programs;
import vmconf.runtime.supervise.LaunchException;

/// What guests need of QEMU and of what executes them.
record QemuExamination(QemuHypervisor hypervisor) {
    private static final Pattern VERSION = Pattern.compile("version ([0-9]+)\\.([0-9]+)");

    /// `-action` came with it.
    private static final int OLDEST = 6;

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(program());
        findings.add(accelerator());
        if (Programs.find("setsid").isEmpty()) {
            findings.add(Finding.error("setsid", "setsid not found", "apt-get install util-linux"));
        }
        hypervisor.user().ifPresent(user -> findings.add(user(user)));
        findings.add(hypervisor.groups().finding());
        findings.add(images());
        return findings;
    }

    private Finding program() {
        try {
            Path file = hypervisor.binary().file();
            String said =
                    Programs.run("", List.of(file.toString(), "--version"))
                            .output()
                            .lines()
                            .findFirst()
                            .orElse("");
            Matcher version = VERSION.matcher(said);
            if (!version.find()) {
                return Finding.error(
                        "qemu",
                        file + " does not tell its version",
                        "apt-get install qemu-system-x86");
            }
            if (Integer.parseInt(version.group(1)) < OLDEST) {
                return Finding.error(
                        "qemu",
                        "%s is too old: %s, and %d.0 is needed".formatted(file, said, OLDEST),
                        "apt-get install qemu-system-x86");
            }
            return Finding.ok("qemu", said + ", " + file);
        } catch (LaunchException e) {
            return Finding.error(
                    "qemu",
                    hypervisor.binary().named() + " not found",
                    "apt-get install qemu-system-x86");
        } catch (IOException e) {
            return Finding.error(
                    "qemu",
                    "QEMU cannot be run: " + e.getMessage(),
                    "apt-get install qemu-system-x86");
        }
    }

    private Finding accelerator() {
        AcceleratorProbe.Choice best = AcceleratorProbe.choose();
        String reason = best.reason().orElse("as told");
        return switch (hypervisor.accelerator()) {
            case TCG -> Finding.note("accelerator", "tcg, slow: " + reason);
            case KVM ->
                    best.reason().isEmpty()
                            ? Finding.ok("accelerator", "kvm")
                            : Finding.error(
                                    "accelerator",
                                    "kvm, as told, and it cannot be used: " + reason,
                                    "start vmd without --accel, or with --accel tcg");
        };
    }

    private static Finding user(String user) {
        Accounts accounts = Accounts.ofHost();
        String fix = "useradd --system --no-create-home --shell /usr/sbin/nologin _vmd";
        if (!accounts.hasUser(user)) {
            return Finding.error("user", "there is no user " + user + " for guests", fix);
        }
        return user.equals("nobody")
                ? Finding.note("user", "guests run as nobody; for a user of their own: " + fix)
                : Finding.ok("user", "guests run as " + user);
    }

    private static Finding images() {
        Optional<Path> tool = Programs.find("qemu-img");
        return tool.isPresent()
                ? Finding.ok("qemu-img", tool.get().toString())
                : Finding.note(
                        "qemu-img", "not found; vmctl create needs it: apt-get install qemu-utils");
    }
}
