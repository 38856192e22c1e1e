package vmconf.compiler.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.source.Origin;
import vmconf.source.Position;
import vmconf.source.Span;

/// How text came to be read: through which macro, and through which includes, the nearest first.
final class Trail {
    private Trail() {}

    /// The includes that lead to a span, the nearest first.
    static List<Span> includes(Span span) {
        List<Span> includes = new ArrayList<>();
        Optional<Origin.Inclusion> inclusion = span.origin().inclusion();
        while (inclusion.isPresent()) {
            Span at = inclusion.get().at();
            includes.add(at);
            inclusion = at.origin().inclusion();
        }
        return includes;
    }

    /// Where the macro that yielded the text is defined; nothing for one of the command line, or
    /// without a macro.
    static Optional<Span> definition(Span span) {
        return span.origin().expansion().flatMap(Origin.Expansion::definition);
    }

    /// What is said of the place where a macro is defined.
    static String defined(Origin.Expansion macro) {
        return "macro \"" + macro.macro() + "\" is defined here";
    }

    /// `from macro "small", defined at vm.conf:1:9`.
    static Optional<String> macro(Span span) {
        return span.origin()
                .expansion()
                .map(
                        macro ->
                                "from macro \""
                                        + macro.macro()
                                        + '"'
                                        + macro.definition()
                                                .map(at -> ", defined at " + place(at))
                                                .orElse(" of the command line"));
    }

    /// `included from vm.conf:2`.
    static String included(Span at) {
        return "included from " + at.file().name() + ":" + at.file().lineAt(at.start());
    }

    /// The whole road in sentences, the nearest first.
    static List<String> sentences(Span span) {
        List<String> sentences = new ArrayList<>();
        macro(span).ifPresent(sentences::add);
        includes(span).forEach(at -> sentences.add(included(at)));
        return sentences;
    }

    /// `vm.conf:1:9`.
    static String place(Span at) {
        Position from = at.from();
        return at.file().name() + ":" + from.line() + ":" + from.column();
    }
}
