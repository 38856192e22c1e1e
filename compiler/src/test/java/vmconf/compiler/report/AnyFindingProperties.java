package vmconf.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vmconf.compiler.RandomText;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.Severity;
import vmconf.source.Origin;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// Whatever is found in whatever text, every format can be written and is what it should be.
class AnyFindingProperties {
    /// Two files and where in them something lies, in thousandths of their length.
    record Place(int file, int start, int length, int depth, boolean macro) {}

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> lines =
                Arbitraries.of("\t", "漢", "é", "e\u0301", "😀", "x", " ", "\n", "\u001b", "\udc80")
                        .list()
                        .ofMaxSize(400)
                        .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(RandomText.texts(), lines, Arbitraries.strings().all());
    }

    @Provide
    Arbitrary<List<Place>> places() {
        Arbitrary<Integer> thousandth = Arbitraries.integers().between(0, 1000);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        thousandth,
                        Arbitraries.oneOf(Arbitraries.integers().between(0, 30), thousandth),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false))
                .as(Place::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(5);
    }

    @Property(tries = 200)
    void everyFormatCanBeWritten(
            @ForAll("texts") String text,
            @ForAll("texts") String other,
            @ForAll("places") List<Place> places,
            @ForAll Severity severity,
            @ForAll String word) {
        List<SourceFile> files = List.of(SourceFile.of("a.conf", text), SourceFile.of("b", other));
        Diagnostic finding = finding(places, files, severity, "wrong: " + word);
        List<Checked> checked =
                List.of(
                        new Checked.Judged("a.conf", List.of(finding, finding)),
                        new Checked.Judged(word, List.of()),
                        new Checked.Unreadable("gone" + word, "no such file"));
        for (Format format : Format.ALL) {
            String report =
                    FormatsTest.written(
                            format, FormatsTest.settings(false, Severity.WARNING), checked);
            assertThat(report).endsWith("\n");
            isWhatItShouldBe(format, report);
        }
    }

    private static void isWhatItShouldBe(Format format, String report) {
        switch (format) {
            case TEXT -> assertThat(report.chars().filter(c -> c < ' ')).containsOnly((int) '\n');
            case JSON -> Schemas.check(report);
            case SARIF -> Schemas.sarif(report);
            case GITLAB -> Schemas.gitlab(report);
            case JUNIT -> Schemas.junit(report);
            case CHECKSTYLE -> Schemas.xml(report);
            case GITHUB, GCC -> assertThat(report.lines()).hasSize(3);
        }
    }

    @Property(tries = 400)
    void everyMarkIsUnderALineThatIsShown(
            @ForAll("texts") String text, @ForAll("places") List<Place> places) {
        SourceFile file = SourceFile.of("a.conf", text);
        StringBuilder out = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        for (Place place : places) {
            marks.add(new Mark(span(place, List.of(file, file)), "", marks.isEmpty()));
        }
        Snippet.append(out, marks, Paint.ERROR, false);
        assertThat(out.toString()).contains("^");
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(10 * ShownLine.LIMIT));
    }

    private static Diagnostic finding(
            List<Place> places, List<SourceFile> files, Severity severity, String message) {
        List<Diagnostic.Related> related = new ArrayList<>();
        for (Place place : places.subList(1, places.size())) {
            related.add(new Diagnostic.Related(span(place, files), message));
        }
        Span last = span(places.getLast(), files);
        Fix fix = new Fix(message, places.size() > 3, List.of(new Fix.Edit(last, message)));
        return new Diagnostic(
                "VM001",
                severity,
                message,
                span(places.getFirst(), files),
                related,
                Optional.of(message),
                Optional.of(fix));
    }

    private static Span span(Place place, List<SourceFile> files) {
        SourceFile file = files.get(place.file());
        int length = file.text().length();
        int start = length * place.start() / 1000;
        int end = Math.min(length, start + length * place.length() / 1000);
        Optional<Origin.Expansion> macro =
                place.macro()
                        ? Optional.of(
                                new Origin.Expansion(
                                        "m", Optional.of(Span.of(files.getFirst(), 0, 0))))
                        : Optional.empty();
        Optional<Origin.Inclusion> inclusion = Optional.empty();
        for (int depth = 1; depth <= place.depth(); depth++) {
            Span at = new Span(files.getLast(), 0, 0, new Origin(inclusion, Optional.empty()));
            inclusion = Optional.of(new Origin.Inclusion(at, depth));
        }
        return new Span(file, start, end, new Origin(inclusion, macro));
    }
}
