package vmconf.runtime.posix;

import java.util.Optional;
import java.util.stream.IntStream;

/// Asks the kernel's KVM what it can do.
public final class Kvm {
    private static final String DEVICE = "/dev/kvm";
    private static final long GET_API_VERSION = 0xAE00;
    private static final long CHECK_EXTENSION = 0xAE03;
    private static final int STABLE_API = 12;

    /// In-kernel interrupt controller, user memory, task state segment, identity map.
    private static final int[] NEEDED = {0, 3, 4, 37};

    private Kvm() {}

    /// Why KVM cannot be used, or empty when it offers what QEMU needs. Creating a VM would prove
    /// no more.
    public static Optional<String> obstacle() {
        int fd = Posix.C.open(DEVICE, Posix.O_RDWR | Posix.O_CLOEXEC);
        if (fd < 0) {
            return Optional.of(Posix.describe(DEVICE, Posix.errno()));
        }
        try {
            int version = ask(fd, GET_API_VERSION, 0);
            if (version != STABLE_API) {
                return Optional.of(DEVICE + " speaks API version " + version + ", not 12");
            }
            return IntStream.of(NEEDED)
                    .filter(capability -> ask(fd, CHECK_EXTENSION, capability) <= 0)
                    .mapToObj(capability -> DEVICE + " lacks capability " + capability)
                    .findFirst();
        } finally {
            Posix.C.close(fd);
        }
    }

    private static int ask(int fd, long request, long argument) {
        return Posix.C.ioctl(fd, Posix.size(request), argument);
    }
}
