package vmconf.compiler.edit;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Written;

/// Sets an interface of a VM and its options.
///
/// @param vm its name
record Nics(String vm, MacroPolicy policy) {

    /// @param key of `interface`; its words were taken
    Step<Draft> set(Draft draft, Container block, Key key, Given given) {
        return Slot.read(block, key.form(), given, true)
                .then(
                        slot ->
                                NewNic.read(key.prefixed(), given)
                                        .then(wanted -> set(draft, block, slot, wanted)));
    }

    private Step<Draft> set(Draft draft, Container block, Slot slot, NewNic wanted) {
        if (slot.written().isEmpty()) {
            return wanted.text(draft.tree(), new Style(draft.tree(), block.file()))
                    .map(text -> added(block.insert(slot.form().info(), text), text))
                    .map(made -> draft.with(List.of(made)));
        }
        Step<Draft> step = Step.of(draft);
        if (wanted.local()) {
            step = step.then(now -> local(now, slot));
        }
        if (wanted.name().isPresent()) {
            step = step.then(now -> name(now, slot, wanted.name().get()));
        }
        for (Assignment option : wanted.options()) {
            step = step.then(now -> option(now, slot, option));
        }
        return step;
    }

    private static Made added(List<Fix.Edit> edits, String text) {
        return new Made(edits, "added " + text.replaceAll("\\s+", " "));
    }

    /// The interface of a number, in the tree as it is now.
    Step<NicText> find(Tree tree, int number) {
        String label = "interface " + number + " of vm \"" + vm + "\"";
        return new Blocks(tree).vm(vm).then(block -> find(block, number, label));
    }

    private static Step<NicText> find(BlockText block, int number, String label) {
        List<Directive.Interface> all =
                block.directives().stream()
                        .filter(Directive.Interface.class::isInstance)
                        .map(Directive.Interface.class::cast)
                        .toList();
        return block.block() instanceof Directive.Vm vm && number <= all.size()
                ? NicText.of(block.tree(), vm, all.get(number - 1), label)
                : Step.refuse("there is no " + label);
    }

    private Step<Draft> local(Draft draft, Slot slot) {
        return find(draft.tree(), slot.number())
                .map(nic -> nic.nic().local() ? draft : draft.with(List.of(local(nic, slot))));
    }

    private static Made local(NicText nic, Slot slot) {
        int start = nic.nic().span().start();
        Fix.Edit edit = nic.edit(start, start, "local ");
        return new Made(List.of(edit), slot.label() + " is local now");
    }

    private Step<Draft> name(Draft draft, Slot slot, String name) {
        if (!Quotes.isPlain(name)) {
            return Step.refuse("\"" + name + "\" is no name of an interface");
        }
        return find(draft.tree(), slot.number())
                .map(nic -> draft.with(named(nic, slot, name).stream().toList()));
    }

    /// Nothing where it has that name.
    private static Optional<Made> named(NicText nic, Slot slot, String name) {
        if (nic.nic().name().isEmpty()) {
            int end = nic.word().end();
            Fix.Edit edit = nic.edit(end, end, " " + name);
            return Optional.of(new Made(List.of(edit), slot.label() + " is " + name + " now"));
        }
        return nic.pieces()
                .after(nic.word().end())
                .filter(each -> !nic.pieces().written(each).equals(name))
                .map(each -> renamed(nic, slot, each, name));
    }

    private static Made renamed(NicText nic, Slot slot, Written before, String name) {
        Fix.Edit edit = nic.edit(before.start(), before.end(), name);
        String old = nic.pieces().written(before);
        return new Made(List.of(edit), slot.label() + " " + old + " -> " + name);
    }

    private Step<Draft> option(Draft draft, Slot slot, Assignment wanted) {
        return find(draft.tree(), slot.number())
                .then(
                        nic ->
                                Slot.read(nic, wanted.form(), new Given(List.of()), true)
                                        .then(
                                                option ->
                                                        new Setting(draft.tree(), nic, policy)
                                                                .set(option, wanted)))
                .map(made -> draft.with(made.stream().map(each -> of(slot, each)).toList()));
    }

    private static Made of(Slot slot, Made option) {
        return new Made(option.edits(), slot.label() + ": " + option.said());
    }
}
