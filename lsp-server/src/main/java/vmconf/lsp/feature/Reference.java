package vmconf.lsp.feature;

import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.Caret;
import vmconf.compiler.expand.FollowedInclude;
import vmconf.compiler.expand.MacroDefinition;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.source.Origin;
import vmconf.source.Span;

/// A use of something that is defined elsewhere.
sealed interface Reference {
    /// Where it is used.
    Span use();

    /// `$name`.
    ///
    /// @param value absent for one from the command line
    record ToMacro(Span use, String name, Optional<Span> value) implements Reference {}

    /// A switch that an interface joins.
    record ToSwitch(Span use, Directive.Switch definition) implements Reference {}

    /// The VM of which another one is an instance.
    record ToParent(Span use, Directive.Vm definition) implements Reference {}

    /// The path of an include.
    record ToFile(Span use, FollowedInclude include) implements Reference {}

    /// The reference at a place.
    static Optional<Reference> at(Question question) {
        return macro(question)
                .or(() -> name(question))
                .or(
                        () ->
                                question.config().includes().stream()
                                        .filter(
                                                each ->
                                                        question.isIn(
                                                                each.directive().path().span()))
                                        .findFirst()
                                        .map(
                                                each ->
                                                        new ToFile(
                                                                each.directive().path().span(),
                                                                each)));
    }

    private static Optional<Reference> macro(Question question) {
        return Caret.tokenAt(question.file(), question.offset(), question.config())
                .flatMap(
                        token ->
                                token.span()
                                        .origin()
                                        .expansion()
                                        .flatMap(macro -> macro(question, token.span(), macro)));
    }

    /// Text behind the name belongs to the token, but not to the reference.
    private static Optional<Reference> macro(Question question, Span span, Origin.Expansion macro) {
        int end = span.start() + 1 + macro.macro().length();
        if (question.offset() > end) {
            return Optional.empty();
        }
        Optional<Span> value =
                question.config().macros().stream()
                        .filter(each -> each.name().equals(macro.macro()))
                        .reduce((first, second) -> second)
                        .flatMap(MacroDefinition::directive)
                        .map(directive -> directive.value().span());
        Span use = Span.of(span.file(), span.start(), Math.min(end, span.end()));
        return Optional.of(new ToMacro(use, macro.macro(), macro.definition().or(() -> value)));
    }

    private static Optional<Reference> name(Question question) {
        return question.config()
                .vms()
                .filter(vm -> question.isIn(vm.span()))
                .flatMap(vm -> Stream.concat(parent(question, vm), switches(question, vm)))
                .findFirst();
    }

    private static Stream<Reference> parent(Question question, Directive.Vm vm) {
        return vm.parent().stream()
                .filter(Word::known)
                .filter(name -> question.isIn(name.span()))
                .flatMap(
                        name ->
                                question.config().vmNamed(name.text()).stream()
                                        .map(found -> new ToParent(name.span(), found)));
    }

    private static Stream<Reference> switches(Question question, Directive.Vm vm) {
        return Names.switchReferences(vm)
                .filter(Word::known)
                .filter(name -> question.isIn(name.span()))
                .flatMap(
                        name ->
                                question.config()
                                        .switches()
                                        .filter(each -> each.name().text().equals(name.text()))
                                        .limit(1)
                                        .map(found -> new ToSwitch(name.span(), found)));
    }
}
