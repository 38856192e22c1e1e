package vmconf.lsp.symbols;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.SelectionRange;
import org.jspecify.annotations.Nullable;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Written;
import vmconf.lsp.workspace.Question;
import vmconf.source.Span;

/// What a selection grows to, step by step: a name, the word with its quotes, the option, the
/// block, the file.
public final class Selections {
    private Selections() {}

    private record Stretch(int start, int end) {
        boolean holds(Stretch other) {
            return start <= other.start && other.end <= end && !equals(other);
        }
    }

    public static SelectionRange at(Question question) {
        List<Stretch> stretches = new ArrayList<>();
        int offset = question.offset();
        stretches.add(new Stretch(offset, offset));
        question.written().stream()
                .filter(each -> each.start() <= offset && offset <= each.end())
                .filter(each -> each.kind() != Written.Kind.NEWLINE)
                .forEach(each -> word(each, stretches));
        directives(question)
                .map(Directive::span)
                .filter(question::isIn)
                .forEach(span -> directive(span, offset, stretches));
        stretches.add(new Stretch(0, question.text().content().length()));
        return nested(question, stretches, offset);
    }

    private static void word(Written word, List<Stretch> stretches) {
        if (word.kind() == Written.Kind.STRING && word.end() - word.start() >= 2) {
            stretches.add(new Stretch(word.start() + 1, word.end() - 1));
        }
        stretches.add(new Stretch(word.start(), word.end()));
    }

    private static void directive(Span span, int offset, List<Stretch> stretches) {
        stretches.add(new Stretch(span.start(), span.end()));
        String text = span.text();
        int open = span.start() + text.indexOf('{') + 1;
        int close = span.end() - 1;
        boolean block = open > span.start() && text.endsWith("}");
        if (block && open <= offset && offset <= close) {
            stretches.add(new Stretch(open, close));
        }
    }

    private static Stream<Directive> directives(Question question) {
        return question.config().statements().stream()
                .filter(each -> question.isIn(each.span()))
                .flatMap(Selections::withOptions);
    }

    private static Stream<Directive> withOptions(Directive each) {
        Stream<? extends Directive> inner =
                switch (each) {
                    case Directive.Vm vm -> vm.options().stream();
                    case Directive.Switch block -> block.options().stream();
                    case Directive.Interface nic -> nic.options().stream();
                    case Directive.AllowInstance allow -> allow.flags().stream();
                    default -> Stream.of();
                };
        return Stream.concat(Stream.of(each), inner.flatMap(Selections::withOptions));
    }

    private static SelectionRange nested(Question question, List<Stretch> all, int offset) {
        all.removeIf(each -> each.start > offset || offset > each.end);
        all.sort(Comparator.comparingInt(each -> each.start - each.end));
        @Nullable SelectionRange outer = null;
        @Nullable Stretch last = null;
        for (Stretch each : all) {
            if (last == null || last.holds(each)) {
                outer = new SelectionRange(question.range(each.start, each.end), outer);
                last = each;
            }
        }
        return java.util.Objects.requireNonNull(outer);
    }
}
