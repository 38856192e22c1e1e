package vmconf.compiler.report;

import java.io.PrintStream;
import java.util.List;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.source.Position;

/// The XML of JUnit: a suite for each file checked, in it a test for each finding; a clean file has
/// one test, which passes. Findings that do not make the command fail are tests that pass and say
/// something.
final class JunitReport implements Report {
    private final XmlDocument xml;
    private final Settings settings;

    JunitReport(PrintStream out, Settings settings) {
        this.xml = new XmlDocument(out);
        this.settings = settings;
        xml.start("testsuites");
        xml.attribute("name", "vmconf check");
    }

    @Override
    public void add(Checked file) {
        int failures = 0;
        for (Diagnostic each : file.diagnostics()) {
            failures += settings.fails(each.severity()) ? 1 : 0;
        }
        xml.start("testsuite");
        xml.attribute("name", file.file());
        xml.attribute("tests", Math.max(1, file.diagnostics().size()));
        xml.attribute("failures", failures);
        xml.attribute("errors", file instanceof Checked.Unreadable ? 1 : 0);
        xml.attribute("skipped", 0);
        xml.attribute("time", "0");
        if (file instanceof Checked.Unreadable gone) {
            unreadable(gone);
        } else if (file.diagnostics().isEmpty()) {
            xml.empty("testcase");
            test("nothing wrong", file.file());
        }
        file.diagnostics().forEach(this::finding);
        xml.end();
    }

    private void unreadable(Checked.Unreadable file) {
        xml.start("testcase");
        test("can be read", file.file());
        xml.empty("error");
        xml.attribute("message", Unreadable.message(file));
        xml.attribute("type", Unreadable.CODE);
        xml.end();
    }

    private void finding(Diagnostic finding) {
        Position from = finding.span().from();
        String place = from.line() + ":" + from.column() + " ";
        xml.start("testcase");
        test(place + finding.message() + " [" + finding.code() + "]", name(finding));
        if (settings.fails(finding.severity())) {
            xml.start("failure");
            xml.attribute("message", finding.message());
            xml.attribute("type", finding.code());
        } else {
            xml.start("system-out");
        }
        xml.text(TextReport.of(List.of(finding)));
        xml.end();
        xml.end();
    }

    private static String name(Diagnostic finding) {
        return finding.span().file().name();
    }

    private void test(String name, String file) {
        xml.attribute("name", name);
        xml.attribute("classname", file);
        xml.attribute("time", "0");
    }

    @Override
    public void end() {
        xml.end();
        xml.close();
    }
}
