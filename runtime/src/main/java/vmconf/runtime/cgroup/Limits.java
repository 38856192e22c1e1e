package vmconf.runtime.cgroup;

import java.util.Map;

/// What the process of one guest may take of the host. Not what it needs: far more, so that only
/// one gone wrong ever meets it.
///
/// @param memory in bytes, with what the kernel keeps for it (page cache, sockets); as much again
/// may be swapped out
/// @param threads at the same time
public record Limits(long memory, long threads) {
    /// Beside the guest's memory: translated code (64 MiB), devices, what a migration holds.
    private static final long OVERHEAD = 512L << 20;

    /// Page tables and other things that grow with the guest's memory: a quarter of it.
    private static final int PART = 4;

    /// QEMU has up to 64 threads for each thing that waits for disks.
    private static final long THREADS = 512;

    /// @param memory of the guest, in bytes
    /// @param processors of the guest
    public static Limits of(long memory, int processors) {
        return new Limits(memory + memory / PART + OVERHEAD, THREADS + processors);
    }

    /// By the files of a group.
    Map<String, Long> files() {
        return Map.of("memory.max", memory, "memory.swap.max", memory, "pids.max", threads);
    }
}
