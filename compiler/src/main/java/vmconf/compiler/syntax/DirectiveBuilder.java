package vmconf.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.RuleNode;
import vmconf.grammar.VmConfBaseVisitor;
import vmconf.source.Span;

/// Directives of one kind of block from what the parser found.
///
/// The one place with a visitor where a switch would do: `javac` has a class made for every switch
/// over types when it is first reached, which took a fifth of the time of a short run.
///
/// @param <T> what may stand in the block
abstract class DirectiveBuilder<T extends Directive> extends VmConfBaseVisitor<T> {
    /// A directive that could not be read to its end.
    abstract T broken(Span span);

    final T build(ParserRuleContext directive) {
        return directive.exception == null ? directive.accept(this) : broken(Spans.of(directive));
    }

    final List<T> build(List<? extends ParserRuleContext> directives) {
        List<T> built = new ArrayList<>(directives.size());
        for (ParserRuleContext each : directives) {
            built.add(build(each));
        }
        return List.copyOf(built);
    }

    /// No alternative of the grammar was chosen.
    @Override
    public T visitChildren(RuleNode node) {
        return broken(Spans.of((ParserRuleContext) node));
    }
}
