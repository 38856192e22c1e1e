package vmconf.compiler.vmd;

import vmconf.compiler.value.MemorySize;
import vmconf.grammar.VmConf;

/// `memory` in a `vm` block.
final class MemoryJudge {
    private final Lookahead ahead;
    private final Report report;

    MemoryJudge(Lookahead ahead, Report report) {
        this.ahead = ahead;
        this.report = report;
    }

    /// @param repeated the block already has one
    /// @return bytes, whole megabytes
    long option(boolean repeated) throws Restart {
        ahead.accept();
        boolean number = ahead.peek() == VmConf.INT;
        String size = number ? ahead.accept() : ahead.accept(VmConf.WORD);
        if (repeated) {
            report.error((number ? "memory" : "argument") + " specified more than once");
            throw Restart.refused();
        }
        return number
                ? limited(
                        new MemorySize.Scan.Bytes(Long.parseLong(size)),
                        String.valueOf(Long.parseLong(size)))
                : limited(MemorySize.scan(size), size);
    }

    private long limited(MemorySize.Scan scanned, String size) throws Restart {
        return switch (scanned) {
            case MemorySize.Scan.Invalid _ ->
                    throw refused("invalid memory size: " + size + ": Invalid argument", size);
            case MemorySize.Scan.TooLarge _ ->
                    throw refused("invalid memory size: " + size + ": Result too large", size);
            case MemorySize.Scan.Bytes(var bytes) when bytes < MemorySize.SMALLEST ->
                    throw refused("memory size must be at least 1MB", size);
            case MemorySize.Scan.Bytes(var bytes) when bytes > MemorySize.LARGEST ->
                    throw refused("memory size too large (limit is 128G)", size);
            case MemorySize.Scan.Bytes(var bytes) -> rounded(bytes);
        };
    }

    private long rounded(long bytes) {
        long rounded = bytes / MemorySize.SMALLEST * MemorySize.SMALLEST;
        if (rounded != bytes) {
            report.debug("memory size rounded to " + MemorySize.shown(rounded));
        }
        return rounded;
    }

    private Restart refused(String reason, String size) {
        report.log(reason);
        report.error("failed to parse size: " + size);
        return Restart.refused();
    }
}
