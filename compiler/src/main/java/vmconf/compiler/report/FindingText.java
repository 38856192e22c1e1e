package vmconf.compiler.report;

import static vmconf.compiler.report.Glyphs.printable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.source.Position;
import vmconf.source.Span;

/// One finding as text for people: the place, its lines with what explains it, how the text came
/// in, other files, the way out.
final class FindingText {
    private final StringBuilder out;
    private final Diagnostic finding;
    private final boolean colour;

    FindingText(StringBuilder out, Diagnostic finding, boolean colour) {
        this.out = out;
        this.finding = finding;
        this.colour = colour;
    }

    void append() {
        Paint paint = Paint.of(finding.severity());
        Span span = finding.span();
        header(span, paint, finding.severity().word());
        Paint.MESSAGE.append(out, printable(finding.message()), colour);
        Paint.FAINT.append(out, " [" + finding.code() + "]", colour);
        out.append('\n');
        List<Mark> marks = new ArrayList<>(List.of(new Mark(span, "", true)));
        List<Diagnostic.Related> elsewhere = new ArrayList<>();
        for (Diagnostic.Related each : finding.related()) {
            if (beside(each.span())) {
                marks.add(new Mark(each.span(), printable(each.message()), false));
            } else {
                elsewhere.add(each);
            }
        }
        Optional<Span> macro = Trail.definition(span).filter(this::beside);
        macro.ifPresent(at -> marks.add(new Mark(at, defined(span), false)));
        Snippet.append(out, marks, paint, colour);
        if (macro.isEmpty()) {
            Trail.macro(span).ifPresent(this::step);
        }
        includes(span);
        elsewhere.forEach(this::note);
        finding.help().ifPresent(help -> hint("help", help));
        finding.fix().ifPresent(fix -> hint("fix", Explanation.wording(fix)));
    }

    private void header(Span at, Paint paint, String word) {
        Position from = at.from();
        String place = printable(at.file().name()) + ":" + from.line() + ":" + from.column() + ":";
        Paint.PLACE.append(out, place, colour);
        out.append(' ');
        paint.append(out, word, colour);
        out.append(": ");
    }

    /// Whether another place can be shown among the lines of the finding.
    private boolean beside(Span other) {
        Span span = finding.span();
        return other.file() == span.file()
                && other.origin().inclusion().equals(span.origin().inclusion());
    }

    private static String defined(Span span) {
        return printable(span.origin().expansion().map(Trail::defined).orElse(""));
    }

    private void note(Diagnostic.Related related) {
        header(related.span(), Paint.OTHER, "note");
        out.append(printable(related.message())).append('\n');
        Snippet.append(out, List.of(new Mark(related.span(), "", true)), Paint.OTHER, colour);
        if (!related.span().origin().inclusion().equals(finding.span().origin().inclusion())) {
            includes(related.span());
        }
    }

    private void includes(Span span) {
        Trail.includes(span).forEach(at -> step(Trail.included(at)));
    }

    private void step(String sentence) {
        out.append("   ").append(printable(sentence)).append('\n');
    }

    private void hint(String word, String text) {
        Paint.HELP.append(out, word, colour);
        out.append(": ").append(printable(text)).append('\n');
    }
}
