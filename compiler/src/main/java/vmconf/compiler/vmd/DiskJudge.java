package vmconf.compiler.vmd;

import java.util.Optional;
import vmconf.grammar.VmConf;

/// `disk` in a `vm` block.
final class DiskJudge {
    private static final int MOST = 4;

    private final Lookahead ahead;
    private final Report report;
    private final Host host;

    DiskJudge(Lookahead ahead, Report report, Host host) {
        this.ahead = ahead;
        this.report = report;
        this.host = host;
    }

    /// @param before disks that the block already has
    DiskImage option(int before) throws Restart {
        ahead.accept();
        String path = Strings.joined(ahead);
        DiskImage.Format format = ahead.peek() == VmConf.FORMAT ? format() : DiskImage.Format.AUTO;
        ahead.require(Tokens.AFTER_VM_OPTION);
        Optional<String> resolved = resolved(path, before);
        if (resolved.isEmpty()) {
            report.error("failed to parse disks: " + path);
            throw Restart.refused();
        }
        return new DiskImage(resolved.get(), format);
    }

    private DiskImage.Format format() throws Restart {
        ahead.accept();
        String word = Strings.joined(ahead);
        Optional<DiskImage.Format> format = DiskImage.Format.named(word);
        if (format.isEmpty()) {
            report.error("unrecognized disk format " + word);
            throw Restart.refused();
        }
        return format.get();
    }

    private Optional<String> resolved(String path, int before) {
        if (before >= MOST) {
            report.log("too many disks");
            return Optional.empty();
        }
        return switch (host.realpath(path)) {
            case Host.Resolved.Path(var real) -> Optional.of(real);
            case Host.Resolved.Failed(var reason) -> {
                report.log("disk " + path + ": " + reason);
                yield Optional.empty();
            }
        };
    }
}
