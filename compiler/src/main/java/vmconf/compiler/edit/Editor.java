package vmconf.compiler.edit;

import java.util.List;
import java.util.function.Function;
import vmconf.compiler.Options;
import vmconf.compiler.syntax.Directive;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Edits a file and what it includes, in memory. Words that name what to change read like vm.conf:
/// `web memory 2G`, `vm web disk 2 /b.img`, `switch uplink interface bridge1`, `local prefix
/// 10.0.0.0/8`, `size = 2G`. Nothing throws for bad input.
public final class Editor {
    private final Tree tree;

    private Editor(Tree tree) {
        this.tree = tree;
    }

    /// @param sources where included files come from
    public static Editor of(SourceFile file, Sources sources, Options options) {
        return new Editor(Tree.read(file, sources, options));
    }

    /// Gives a setting a value, where it is written or else in the block that it belongs to.
    ///
    /// @param words what to set, and the value
    public EditResult set(List<String> words, MacroPolicy policy) {
        return result(
                set(tree, words, policy).then(draft -> settled(draft, words, policy)),
                Verdict.from(tree));
    }

    /// To set it again must change nothing more; else the text around it makes something else of
    /// it. One of several, added by [Slot#MORE], would be added again.
    private static Step<Draft> settled(Draft draft, List<String> words, MacroPolicy policy) {
        boolean faulty = !draft.tree().config().problems().isEmpty();
        if (faulty || words.contains(Slot.MORE)) {
            return Step.of(draft);
        }
        Step<Draft> again = set(draft.tree(), words, policy);
        return again.found().filter(each -> each.said().isEmpty()).isPresent()
                ? Step.of(draft)
                : Step.refuse(
                        "the text around it makes something else of the edit", "edit it by hand");
    }

    private static Step<Draft> set(Tree tree, List<String> words, MacroPolicy policy) {
        Given given = new Given(words);
        return Subject.read(given)
                .then(
                        subject ->
                                subject instanceof Subject.MacroNamed(var name)
                                        ? macro(tree, name, given)
                                        : set(tree, subject, given, policy));
    }

    private static Step<Draft> set(Tree tree, Subject subject, Given given, MacroPolicy policy) {
        return new Blocks(tree)
                .container(subject)
                .then(
                        block ->
                                Key.read(block.place(), given)
                                        .then(
                                                key ->
                                                        set(
                                                                tree, subject, block, key, given,
                                                                policy)));
    }

    private static Step<Draft> set(
            Tree tree, Subject subject, Container block, Key key, Given given, MacroPolicy policy) {
        Draft draft = Draft.of(tree);
        String kind = key.form().info().name();
        if (subject instanceof Subject.VmNamed(var vm) && kind.equals("interface")) {
            return new Nics(vm, policy).set(draft, block, key, given);
        }
        return kind.equals("allow-instance")
                ? new Flags(tree, block).set(key, given).map(draft::with)
                : new Setting(tree, block, policy).set(key, given).map(draft::with);
    }

    private static Step<Draft> macro(Tree tree, String name, Given given) {
        List<Directive.Macro> definitions =
                tree.config().macros().stream()
                        .filter(each -> each.name().equals(name))
                        .flatMap(each -> each.directive().stream())
                        .toList();
        if (given.left() != 1) {
            return Step.refuse("a macro has one value", "quote it for the shell");
        }
        if (definitions.isEmpty()) {
            return Step.refuse("no file defines macro \"" + name + "\"");
        }
        if (definitions.size() > 1) {
            List<String> places = definitions.stream().map(each -> Lines.of(each.span())).toList();
            return Step.refuse(
                    "macro \"%s\" is defined %d times: %s"
                            .formatted(name, places.size(), String.join(", ", places)),
                    "edit the one that is meant by hand");
        }
        String value = given.take();
        String old = definitions.getFirst().value().text();
        return old.equals(value)
                ? Step.of(Draft.of(tree))
                : MacroValue.definition(definitions.getFirst(), value)
                        .map(edit -> new Made(List.of(edit), name + " = " + old + " -> " + value))
                        .map(made -> Draft.of(tree).with(List.of(made)));
    }

    /// Takes a setting away, so that the parent's or the default holds.
    ///
    /// @param words what to take away
    public EditResult unset(List<String> words) {
        Given given = new Given(words);
        Step<Draft> draft =
                Subject.read(given).then(subject -> new Unsetting(subject).unset(tree, given));
        return result(draft, Verdict.from(tree));
    }

    /// Adds the block of a VM.
    public EditResult add(NewVm vm) {
        return result(Addition.add(tree, vm), Verdict.from(tree));
    }

    /// Takes the block of a VM away, with the comment that belongs to it.
    ///
    /// @param withInstances its instances too; else it must have none
    public EditResult remove(String vm, boolean withInstances) {
        return result(new Taking(tree).remove(vm, withInstances), Verdict.from(tree));
    }

    /// Gives a VM or a switch another name, everywhere.
    ///
    /// @param words the old name and the new one; `vm` or `switch` may stand in front
    public EditResult rename(List<String> words) {
        Step<Renaming> renaming = Renaming.of(tree, new Given(words));
        Function<Renaming, Verdict> verdict =
                each ->
                        new Verdict(
                                tree,
                                message -> message.replace(quoted(each.old()), quoted(each.now())));
        return switch (renaming) {
            case Step.Refused<Renaming>(var why) -> new EditResult.Refused(why);
            case Step.Done<Renaming>(var each) -> result(each.draft(), verdict.apply(each));
        };
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static EditResult result(Step<Draft> draft, Verdict verdict) {
        return switch (draft) {
            case Step.Refused<Draft>(var why) -> new EditResult.Refused(why);
            case Step.Done<Draft>(var done) -> verdict.of(done);
        };
    }
}
