package vmconf.compiler.cli;

import java.util.function.Function;
import vmconf.compiler.report.Checked;
import vmconf.compiler.report.Report;
import vmconf.compiler.vmd.Verdict;
import vmconf.compiler.vmd.VmdReport;

/// `vmconf check --as-vmd` as JSON: the document that other checks write, and what vmd has read or
/// registered. A file is written as soon as it is judged.
final class VmdDocument implements Function<String, Outcome>, Report {
    private final VmdCheck check;
    private final VmdReport report;

    VmdDocument(VmdCheck check, Vmconf.Streams streams) {
        this.check = check;
        this.report = new VmdReport(streams.out());
    }

    @Override
    public Outcome apply(String file) {
        Verdict verdict = check.verdict(file);
        report.add(file, verdict);
        return Outcome.of(new Checked.AsVmd(file, verdict.accept(), verdict.stderr()));
    }

    @Override
    public void add(Checked file) {}

    @Override
    public void end() {
        report.end();
    }
}
