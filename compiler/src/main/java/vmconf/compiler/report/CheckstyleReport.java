package vmconf.compiler.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Severity;
import vmconf.source.Position;

/// The XML of Checkstyle: findings by the file in which they lie.
final class CheckstyleReport implements Report {
    private final PrintStream out;
    private final Map<String, List<Entry>> files = new LinkedHashMap<>();

    /// @param line 0 where it is about the whole file
    private record Entry(int line, int column, String severity, String message, String code) {}

    CheckstyleReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void add(Checked file) {
        List<Entry> own = entries(file.file());
        if (file instanceof Checked.Unreadable gone) {
            own.add(new Entry(0, 0, "error", Unreadable.message(gone), Unreadable.CODE));
        }
        for (Diagnostic each : file.diagnostics()) {
            Position from = each.span().from();
            entries(each.span().file().name())
                    .add(
                            new Entry(
                                    from.line(),
                                    from.column(),
                                    severity(each.severity()),
                                    message(each),
                                    each.code()));
        }
    }

    private List<Entry> entries(String file) {
        return files.computeIfAbsent(Paths.plain(file), _ -> new ArrayList<>());
    }

    private static String message(Diagnostic finding) {
        StringBuilder message = new StringBuilder(finding.message());
        message.append(Explanation.places(finding));
        Explanation.hints(finding).forEach(hint -> message.append("; ").append(hint));
        return message.toString();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "info";
        };
    }

    @Override
    public void end() {
        XmlDocument xml = new XmlDocument(out);
        xml.start("checkstyle");
        xml.attribute("version", "4.3");
        files.forEach((name, entries) -> file(xml, name, entries));
        xml.end();
        xml.close();
    }

    private static void file(XmlDocument xml, String name, List<Entry> entries) {
        if (entries.isEmpty()) {
            xml.empty("file");
            xml.attribute("name", name);
            return;
        }
        xml.start("file");
        xml.attribute("name", name);
        for (Entry each : entries) {
            xml.empty("error");
            xml.attribute("line", each.line());
            if (each.column() > 0) {
                xml.attribute("column", each.column());
            }
            xml.attribute("severity", each.severity());
            xml.attribute("message", each.message());
            xml.attribute("source", "vmconf." + each.code());
        }
        xml.end();
    }
}
