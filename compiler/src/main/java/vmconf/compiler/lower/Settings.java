package vmconf.compiler.lower;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.plan.Vm;
import vmconf.source.Span;

/// Settles the settings of one block: what is written there, the last one where it is repeated;
/// else what the parent has; else nothing, for which the schema says what holds. Notes which.
///
/// @param parent of an instance
/// @param trace of the block
record Settings(List<? extends Directive> options, Optional<Vm> parent, Trace trace) {

    /// A value and where it stands.
    record Written<T>(T value, Span span) {
        static <T> Written<T> of(Word word, Function<String, T> read) {
            return new Written<>(read.apply(word.text()), word.span());
        }

        /// The word as it is.
        static Written<String> of(Word word) {
            return new Written<>(word.text(), word.span());
        }
    }

    /// A setting that an instance does not take over.
    <D extends Directive, T> Optional<T> own(
            String key, Class<D> kind, Function<D, Written<T>> read) {
        Optional<Written<T>> written = written(kind, read);
        trace.at(key).writtenOr(written.map(Written::span), kind);
        return written.map(Written::value);
    }

    /// A setting that an instance takes over.
    ///
    /// @param parents what the parent has, if it has one
    <D extends Directive, T> Optional<T> orParents(
            String key,
            Class<D> kind,
            Function<D, Written<T>> read,
            Function<Vm, Optional<T>> parents) {
        Optional<T> inherited = parent.flatMap(parents);
        if (inherited.isEmpty() || written(kind, read).isPresent()) {
            return own(key, kind, read);
        }
        trace.at(key).inherited(parent.orElseThrow());
        return inherited;
    }

    /// Whether a directive that is no more than a flag is there.
    <D extends Directive> boolean flag(String key, Class<D> kind) {
        return own(key, kind, each -> new Written<>(true, each.span())).orElse(false);
    }

    /// Which of two directives that undo each other came last; the first one where there is
    /// neither.
    boolean either(String key, Class<? extends Directive> yes, Class<? extends Directive> no) {
        Optional<? extends Directive> last =
                options.stream()
                        .filter(each -> yes.isInstance(each) || no.isInstance(each))
                        .map(Directive.class::cast)
                        .reduce((_, second) -> second);
        trace.at(key).writtenOr(last.map(Directive::span), yes);
        return last.map(yes::isInstance).orElse(true);
    }

    private <D extends Directive, T> Optional<Written<T>> written(
            Class<D> kind, Function<D, Written<T>> read) {
        return Blocks.last(options, kind).map(read).filter(Settings::isSaid);
    }

    /// An empty word says nothing.
    private static <T> boolean isSaid(Written<T> written) {
        return !(written.value() instanceof String text && text.isEmpty());
    }
}
