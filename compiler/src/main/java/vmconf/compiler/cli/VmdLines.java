package vmconf.compiler.cli;

import vmconf.compiler.report.Checked;
import vmconf.compiler.report.Report;
import vmconf.source.SourceFile;

/// `vmconf check --as-vmd` as text: vmd's own lines, where vmd prints them.
final class VmdLines implements Report {
    private final Vmconf.Streams streams;

    VmdLines(Vmconf.Streams streams) {
        this.streams = streams;
    }

    @Override
    public void add(Checked file) {
        if (file instanceof Checked.AsVmd(_, _, var stderr)) {
            // A name may have bytes that are not UTF-8; vmd repeats them as they are.
            streams.err().writeBytes(SourceFile.of(file.file(), stderr).encode());
        }
    }

    @Override
    public void end() {}
}
