package vmconf.compiler.vmd;

import java.util.Optional;
import vmconf.grammar.VmConf;

/// `boot` in a `vm` block. The path of an image is not the block's alone: when the block fails
/// behind it, the next one has it, and may not name another.
final class BootJudge {
    private final Lookahead ahead;
    private final Report report;
    private final Host host;
    private Optional<String> image = Optional.empty();

    BootJudge(Lookahead ahead, Report report, Host host) {
        this.ahead = ahead;
        this.report = report;
        this.host = host;
    }

    /// The path that waits for the end of a block.
    Optional<String> image() {
        return image;
    }

    /// A block has ended well.
    void forget() {
        image = Optional.empty();
    }

    void option(VmDraft vm) throws Restart {
        ahead.accept();
        if (ahead.peek() == VmConf.DEVICE) {
            ahead.accept();
            vm.bootFrom(device());
            return;
        }
        String path = Strings.joined(ahead);
        if (image.isPresent()) {
            report.error("kernel specified more than once");
            throw Restart.refused();
        }
        switch (host.realpath(path)) {
            case Host.Resolved.Path(var real) -> image = Optional.of(real);
            case Host.Resolved.Failed(var reason) -> {
                report.error("kernel path not found: " + reason);
                throw Restart.refused();
            }
        }
        vm.bootImageGiven();
    }

    private VmSettings.Device device() throws Restart {
        VmSettings.Device device =
                switch (ahead.peek()) {
                    case VmConf.CDROM -> VmSettings.Device.CDROM;
                    case VmConf.DISK -> VmSettings.Device.DISK;
                    case VmConf.NET -> VmSettings.Device.NET;
                    default -> throw Restart.syntax();
                };
        ahead.accept();
        return device;
    }
}
