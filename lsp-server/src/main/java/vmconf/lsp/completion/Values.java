package vmconf.lsp.completion;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItemKind;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Expectation;
import vmconf.compiler.syntax.Expectation.ExpectedArgument;
import vmconf.compiler.syntax.Word;
import vmconf.lsp.index.Names;
import vmconf.lsp.workspace.Question;

/// The values and names that may be written at a place.
final class Values {
    private static final List<String> SIZES = List.of("512M", "1G", "2G", "4G", "8G", "16G");

    private final Question question;
    private final CompletedWord word;
    private final Expectation expectation;

    Values(Question question, CompletedWord word, Expectation expectation) {
        this.question = question;
        this.word = word;
        this.expectation = expectation;
    }

    Stream<Proposal> all() {
        return expectation.arguments().stream()
                .filter(each -> !each.isInteger() || !word.isQuoted())
                .flatMap(this::of);
    }

    private Stream<Proposal> of(ExpectedArgument argument) {
        FreeNames free = new FreeNames(question);
        return switch (argument) {
            case SWITCH -> switches();
            case PARENT -> parents();
            case DISK_FORMAT -> words(List.of("qcow2", "raw"));
            case FIRMWARE -> words(List.of("bios", "uefi"));
            case MEMORY -> words(SIZES);
            case CPUS -> words(List.of("1", "2", "4", "8"));
            case RDOMAIN -> words(free.routingDomains());
            case NETWORK -> words(List.of("100.64.0.0/10", "10.0.0.0/8", "172.16.0.0/12"));
            case INCLUDE -> new Paths(question, word).of(".conf");
            case DISK -> new Paths(question, word).of(".img", ".qcow2", ".raw", ".fs");
            case ISO -> new Paths(question, word).of(".iso");
            case KERNEL, FILE -> new Paths(question, word).of();
            case OWNER -> names(free.owners(), "");
            case GROUP -> names(free.groups(), "interface group");
            case TAP -> names(List.of(free.tap()), "the next tap that no interface has");
            case BRIDGE -> names(free.bridges(), "a bridge that no switch has");
            case LLADDR -> words(List.of(free.address()));
        };
    }

    private Stream<Proposal> words(List<String> words) {
        return words.stream()
                .map(each -> Proposal.of(each, CompletionItemKind.Value, word.plain(each), ""));
    }

    private Stream<Proposal> names(List<String> names, String detail) {
        return names.stream()
                .flatMap(
                        each ->
                                word
                                        .quote(each)
                                        .map(
                                                text ->
                                                        Proposal.of(
                                                                each,
                                                                CompletionItemKind.Value,
                                                                text,
                                                                detail))
                                        .stream());
    }

    private Stream<Proposal> switches() {
        return question.config()
                .switches()
                .filter(each -> usable(each.name(), each))
                .filter(each -> !Names.disabled(each))
                .flatMap(each -> switchNamed(each).stream());
    }

    private Optional<Proposal> switchNamed(Directive.Switch each) {
        String name = each.name().text();
        return word.quote(name)
                .map(
                        text ->
                                Proposal.of(
                                        name,
                                        CompletionItemKind.Reference,
                                        text,
                                        Names.summary(each) + joined(name)));
    }

    private String joined(String name) {
        String members =
                question.config()
                        .vms()
                        .filter(
                                vm ->
                                        Names.switchReferences(vm)
                                                .anyMatch(each -> each.text().equals(name)))
                        .map(vm -> vm.name().text())
                        .distinct()
                        .limit(5)
                        .collect(Collectors.joining(", "));
        return members.isEmpty() ? "" : ", joined by " + members;
    }

    private Stream<Proposal> parents() {
        return question.config()
                .vms()
                .filter(each -> usable(each.name(), each))
                .flatMap(vm -> word.quote(vm.name().text()).map(text -> parent(vm, text)).stream());
    }

    /// Defined further up, by a name that can be written.
    private boolean usable(Word name, Directive definition) {
        return name.known()
                && !name.text().isEmpty()
                && question.isBehind(definition.span())
                && word.quote(name.text()).isPresent();
    }

    private Proposal parent(Directive.Vm vm, String text) {
        boolean closedBehind = word.isQuoted() && word.closed();
        Proposal proposal =
                Proposal.of(
                        vm.name().text(),
                        CompletionItemKind.Class,
                        closedBehind ? text : text + " instance",
                        "instance of " + Names.summary(vm) + settable(vm));
        String block = Snippet.escape(text) + " instance \"${1:name}\" {\n\t${2:enable}\n}";
        return closedBehind || word.hasTail() ? proposal : proposal.withSnippet(Optional.of(block));
    }

    /// What users may set when they make an instance.
    private static String settable(Directive.Vm vm) {
        String flags =
                vm.options().stream()
                        .filter(Directive.AllowInstance.class::isInstance)
                        .flatMap(each -> ((Directive.AllowInstance) each).flags().stream())
                        .map(flag -> flag.span().text())
                        .collect(Collectors.joining(", "));
        return flags.isEmpty() ? "" : "; users may set " + flags;
    }
}
