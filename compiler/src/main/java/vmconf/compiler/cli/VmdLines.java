package vmconf.compiler.cli;

import vmconf.compiler.report.Checked;
import vmconf.compiler.report.Report;

/// `vmconf check --as-vmd` as text: vmd's own lines, where vmd prints them.
final class VmdLines implements Report {
    private final Vmconf.Streams streams;

    VmdLines(Vmconf.Streams streams) {
        this.streams = streams;
    }

    @Override
    public void add(Checked file) {
        if (file instanceof Checked.AsVmd(_, _, var stderr)) {
            streams.err().print(stderr);
        }
    }

    @Override
    public void end() {}
}
