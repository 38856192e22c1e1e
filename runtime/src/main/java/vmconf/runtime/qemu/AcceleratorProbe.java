package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vmconf.plan.machine.Accelerator;
import vmconf.runtime.posix.Kvm;

/// Finds out whether this host's KVM runs stock guests.
public final class AcceleratorProbe {
    private static final Path EMULATED_KVM = Path.of("/sys/module/kvm_pvm");
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    /// What was chosen.
    ///
    /// @param reason why not KVM; empty for KVM
    public record Choice(Accelerator accelerator, Optional<String> reason) {}

    private AcceleratorProbe() {}

    public static Choice choose() {
        Optional<String> obstacle =
                obstacle(Files.exists(EMULATED_KVM), processor()).or(Kvm::obstacle);
        Accelerator best = obstacle.isEmpty() ? Accelerator.KVM : Accelerator.TCG;
        return new Choice(best, obstacle);
    }

    /// What can be told without opening the device. A KVM that works without processor support
    /// answers every question right and then cannot run a stock guest.
    static Optional<String> obstacle(boolean emulated, String processor) {
        if (emulated) {
            return Optional.of("this host's KVM (kvm_pvm) cannot run stock guests");
        }
        if (processor.lines().noneMatch(AcceleratorProbe::virtualizes)) {
            return Optional.of("the processor offers neither vmx nor svm");
        }
        return Optional.empty();
    }

    private static boolean virtualizes(String line) {
        return line.startsWith("flags") && line.matches(".*\\b(vmx|svm)\\b.*");
    }

    private static String processor() {
        try {
            return Files.readString(PROCESSOR);
        } catch (IOException e) {
            return "";
        }
    }
}
