package vmconf.lsp.hover;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vmconf.compiler.expand.FollowedInclude;
import vmconf.compiler.expand.FollowedInclude.Outcome;
import vmconf.compiler.syntax.Directive;
import vmconf.lsp.index.Index;
import vmconf.lsp.index.MacroValues;
import vmconf.lsp.index.Names;
import vmconf.lsp.index.Occurrence;
import vmconf.lsp.workspace.FileUri;
import vmconf.lsp.workspace.Question;

/// What names stand for, as Markdown.
final class Meanings {
    private Meanings() {}

    static Optional<String> of(Question question, Occurrence named) {
        String name = named.symbol().name();
        return switch (named.symbol().kind()) {
            case MACRO -> Optional.of(macro(question, named));
            case SWITCH -> switchNamed(question, name).map(each -> describe(question, each));
            case VM -> question.config().vmNamed(name).map(vm -> describe(question, vm));
            case FILE -> include(question, name);
        };
    }

    private static String macro(Question question, Occurrence named) {
        String name = named.symbol().name();
        Optional<String> value = MacroValues.of(question.analysis(), named);
        long uses =
                Index.of(question.analysis()).of(named.symbol()).stream()
                        .filter(each -> !each.isDefinition())
                        .count();
        return value.map(text -> code(name + " = \"" + text + "\"") + size(text) + times(uses))
                .orElse("macro `" + name + "` is not defined");
    }

    private static String size(String text) {
        return Sizes.describe(text).map(words -> words + "\n\n").orElse("");
    }

    private static String times(long uses) {
        return "used " + uses + (uses == 1 ? " time" : " times");
    }

    private static Optional<Directive.Switch> switchNamed(Question question, String name) {
        return question.config()
                .switches()
                .filter(each -> each.name().text().equals(name))
                .findFirst();
    }

    private static String describe(Question question, Directive.Switch each) {
        List<String> members =
                question.config()
                        .vms()
                        .filter(
                                vm ->
                                        Names.switchReferences(vm)
                                                .anyMatch(
                                                        name ->
                                                                name.text()
                                                                        .equals(
                                                                                each.name()
                                                                                        .text())))
                        .map(vm -> "`" + vm.name().text() + "`")
                        .toList();
        String joined =
                members.isEmpty() ? "no VM joins it" : "joined by " + String.join(", ", members);
        return code(each.span().text()) + Names.summary(each) + "\n\n" + joined;
    }

    private static String describe(Question question, Directive.Vm vm) {
        String settings =
                Effective.summary(question, vm.name().text()).orElse(Names.summary(vm) + "\n");
        String instances =
                question.config()
                        .vms()
                        .filter(
                                each ->
                                        each.parent()
                                                .map(p -> p.text().equals(vm.name().text()))
                                                .orElse(false))
                        .map(each -> "`" + each.name().text() + "`")
                        .collect(Collectors.joining(", "));
        String parent = vm.parent().map(each -> "instance of `" + each.text() + "`\n\n").orElse("");
        return "**vm** `"
                + vm.name().text()
                + "`\n\n"
                + parent
                + settings
                + (instances.isEmpty() ? "" : "\ninstances: " + instances);
    }

    private static Optional<String> include(Question question, String uri) {
        String path = FileUri.path(uri).map(Object::toString).orElse(uri);
        return question.config().includes().stream()
                .filter(each -> question.isIn(each.directive().path().span()))
                .findFirst()
                .map(each -> "`" + path + "`" + trouble(each));
    }

    private static String trouble(FollowedInclude include) {
        return switch (include.outcome()) {
            case Outcome.Read _ -> "";
            case Outcome.Unreadable(var reason, _) -> "\n\n" + reason;
            case Outcome.Limit(var reason) -> "\n\n" + reason;
            case Outcome.Cycle _ -> "\n\nis being read already";
        };
    }

    private static String code(String text) {
        return "```vmconf\n" + text + "\n```\n\n";
    }
}
