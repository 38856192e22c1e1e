package vmconf.compiler.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.source.DiskSources;
import vmconf.source.Origin;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.source.Span;
import vmconf.testdata.Golden;

/// Findings made by hand about the files in `testdata/corpus/reports/tree`, so that what rules find
/// does not change how reports look.
final class ExampleFindings {
    static final List<RuleInfo> RULES =
            List.of(
                    new RuleInfo(
                            "VM201",
                            Severity.ERROR,
                            "interface joins an undefined switch",
                            "The guest then has no network.",
                            "vm \"a\" {\n    interface { switch \"uplink\" }\n}\n",
                            "vm \"a\" {\n    interface\n}\n"),
                    new RuleInfo(
                            "VM401",
                            Severity.WARNING,
                            "directive is repeated",
                            "vmd refuses the second one.",
                            "vm \"a\" {\n    memory 1G\n    memory 2G\n}\n",
                            "vm \"a\" {\n    memory 2G\n}\n"));

    private final SourceFile top = read("vm.conf");
    private final SourceFile all = read("net/all.conf");
    private final SourceFile lan = read("net/lan.conf");
    private final Origin inAll = included(at(top, "include \"net/all.conf\""));
    private final Origin inLan = included(at(all, "include \"net/lan.conf\"", inAll));
    private final List<Diagnostic> findings = new ArrayList<>();

    private ExampleFindings() {}

    /// A faulty file with includes, a clean one, one with a name that has to be escaped, and one
    /// that cannot be read.
    static List<Checked> files() {
        ExampleFindings example = new ExampleFindings();
        example.includes();
        example.macros();
        example.places();
        example.characters();
        example.lines();
        return List.of(
                new Checked.Judged("./vm.conf", example.findings),
                new Checked.Judged("clean.conf", List.of()),
                new Checked.Judged("/etc/100%, a:b.conf", List.of(oddName())),
                new Checked.Unreadable("missing.conf", "no such file"));
    }

    private void includes() {
        Span word = at(lan, "interfce", inLan);
        add("VM002", Severity.ERROR, "unknown directive \"interfce\" in a switch block", word)
                .help("did you mean \"interface\"?")
                .fix(Fix.replace("replace \"interfce\" by \"interface\"", true, word, "interface"));
        add("VM202", Severity.ERROR, "switch \"lan\" is defined twice", at(top, "\"lan\""))
                .related(at(lan, "\"lan\"", inLan), "first defined here");
    }

    private void macros() {
        Optional<Span> value = Optional.of(at(top, "\"memory 3\""));
        add(
                "VM301",
                Severity.ERROR,
                "invalid memory size \"3\": less than 1M",
                expanded(at(lan, "$small", inLan), "small", value));
        add(
                "VM301",
                Severity.ERROR,
                "invalid memory size \"3\": less than 1M",
                expanded(at(top, "$small"), "small", value));
        add(
                "VM002",
                Severity.ERROR,
                "unknown directive \"memry\" in a vm block",
                expanded(at(top, "$given"), "given", Optional.empty()));
    }

    private void places() {
        add("VM401", Severity.WARNING, "\"memory\" is given more than once", at(top, "memory 2G"))
                .related(at(top, "memory 512M"), "first given here")
                .related(at(top, "memory 1G"), "given here, too");
        add("VM401", Severity.WARNING, "\"memory\" is given more than once", at(top, "memory 512M"))
                .related(at(top, "memory 1G"), "it counts for nothing beside this one");
        Span disk = at(top, "disk \"/var/vm/web.img\"	format	raw");
        add("VM308", Severity.NOTE, "format of a disk that has one", at(top, "format	raw"))
                .related(disk, "this disk")
                .fix(
                        Optional.of(
                                new Fix(
                                        "name the format of every disk",
                                        false,
                                        List.of(
                                                new Fix.Edit(at(top, "	format	raw"), ""),
                                                new Fix.Edit(disk.after(), "\n\tformat raw"),
                                                new Fix.Edit(at(lan, "}", inLan), "\tup\n}")))));
    }

    private void characters() {
        add("VM309", Severity.ERROR, "no such owner: \"名前\"", at(top, "\"名前\""))
                .related(at(top, "\"グループ\""), "its group");
        add("VM310", Severity.ERROR, "two characters for one", at(top, "ŕd́"));
        add("VM310", Severity.WARNING, "a picture of \"💿\"", at(top, "💿.iso"))
                .related(at(top, "ありがとう"), "thanks");
        add(
                        "VM305",
                        Severity.ERROR,
                        "invalid VM name \"hidden\u001b[31m\u202e\": 50%, line\r\nfeed",
                        at(top, "\"hidden\u001b[31m\u202e\""))
                .help("use <letters> & digits");
        Span long_ = at(top, "\"uplnk\"");
        add("VM201", Severity.ERROR, "switch \"uplnk\" is not defined", long_)
                .related(at(top, "switch \"uplink\""), "\"uplink\" is defined here")
                .related(at(top, "\"long\""), "of this machine")
                .help("did you mean \"uplink\"?");
        add("VM301", Severity.ERROR, "invalid memory size", at(top, "\"" + "9".repeat(150) + "\""));
    }

    private void lines() {
        add("VM311", Severity.WARNING, "three lines", at(top, "\"hidden", "{\n\tdisk \"\"\n}", 0))
                .related(at(top, "vm \"hidden", "", 0), "around this");
        add("VM311", Severity.WARNING, "ten lines", at(top, "interface tap0 {", "\t\tup\n\t}", 0));
        add("VM303", Severity.ERROR, "two lines", at(top, "lladdr \\", "fe:e1:bb:d1:00:01", 0));
        Span end = new Span(top, top.text().length(), top.text().length(), Origin.WRITTEN);
        add("VM004", Severity.ERROR, "this block is not closed", at(top, "vm \"open\" {"))
                .related(end, "it must be closed before this")
                .help("add } on a line of its own");
        add("VM007", Severity.ERROR, "end of file inside quotes", end);
        add("VM001", Severity.ERROR, "expected a path", at(top, "disk \"\"").after());
        add("VM001", Severity.ERROR, "an empty line", at(top, "\n\nvm \"web\"").after());
        add("VM001", Severity.ERROR, "the end of a line", at(top, "\nvm \"web\""));
    }

    private static Diagnostic oddName() {
        SourceFile file = SourceFile.of("/etc/100%, a:b.conf", "vm \"a\" {\n}\n");
        return new Diagnostic(
                "VM005",
                Severity.ERROR,
                "this block is empty",
                at(file, "{\n}"),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private Finding add(String code, Severity severity, String message, Span span) {
        findings.add(
                new Diagnostic(
                        code,
                        severity,
                        message,
                        span,
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
        return new Finding();
    }

    /// Completes the last finding.
    private final class Finding {
        Finding related(Span span, String message) {
            findings.add(findings.removeLast().with(span, message));
            return this;
        }

        Finding help(String text) {
            findings.add(findings.removeLast().withHelp(text));
            return this;
        }

        void fix(Optional<Fix> fix) {
            findings.add(findings.removeLast().withFix(fix));
        }
    }

    private static SourceFile read(String name) {
        Sources tree = new DiskSources(Golden.root().resolve("testdata/corpus/reports/tree"));
        return switch (tree.read(name)) {
            case Sources.Answer.Found(var file) -> file;
            case Sources.Answer.Refused(var reason) -> throw new AssertionError(name + reason);
        };
    }

    private static Origin included(Span at) {
        int depth = at.origin().inclusion().map(Origin.Inclusion::depth).orElse(0) + 1;
        return new Origin(Optional.of(new Origin.Inclusion(at, depth)), Optional.empty());
    }

    private static Span expanded(Span use, String macro, Optional<Span> value) {
        Origin.Expansion expansion = new Origin.Expansion(macro, value);
        Origin origin = new Origin(use.origin().inclusion(), Optional.of(expansion));
        return new Span(use.file(), use.start(), use.end(), origin);
    }

    private static Span at(SourceFile file, String text) {
        return at(file, text, Origin.WRITTEN);
    }

    private static Span at(SourceFile file, String text, Origin origin) {
        int start = file.text().indexOf(text);
        if (start < 0) {
            throw new AssertionError(file + " has no " + text);
        }
        return new Span(file, start, start + text.length(), origin);
    }

    private static Span at(SourceFile file, String first, String last, int from) {
        int start = file.text().indexOf(first, from);
        int end = file.text().indexOf(last, start) + last.length();
        return new Span(file, start, end, Origin.WRITTEN);
    }
}
