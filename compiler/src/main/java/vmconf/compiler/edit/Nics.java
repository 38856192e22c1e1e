package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Place;

/// Sets an interface of a VM and its options.
///
/// @param vm its name
record Nics(String vm, MacroPolicy policy) {

    /// What an interface is to be.
    ///
    /// @param options in the order given
    record Wanted(boolean local, Optional<String> name, List<Assignment> options) {

        /// Takes `[local] [NAME] [OPTION ...]`; a word that starts no option is the name.
        static Step<Wanted> read(boolean prefixed, Given given) {
            boolean local = prefixed | given.take("local");
            boolean named =
                    !given.isEmpty()
                            && !Form.starts(Place.INTERFACE, given.ahead(0))
                            && (given.left() == 1 || Form.starts(Place.INTERFACE, given.ahead(1)));
            Optional<String> name = named ? Optional.of(given.take()) : Optional.empty();
            Step<Wanted> wanted = Step.of(new Wanted(local, name, List.of()));
            while (!given.isEmpty() && wanted.found().isPresent()) {
                wanted = wanted.then(before -> before.withNext(given));
            }
            return wanted;
        }

        private Step<Wanted> withNext(Given given) {
            return Key.read(Place.INTERFACE, given)
                    .then(key -> Assignment.read(key, given, true))
                    .map(
                            option -> {
                                List<Assignment> more = new ArrayList<>(options);
                                more.add(option);
                                return new Wanted(local, name, more);
                            });
        }
    }

    /// @param key of `interface`; its words were taken
    Step<Draft> set(Draft draft, Container block, Key key, Given given) {
        return Slot.read(block, key.form(), given, true)
                .then(
                        slot ->
                                Wanted.read(key.prefixed(), given)
                                        .then(wanted -> set(draft, block, slot, wanted)));
    }

    private Step<Draft> set(Draft draft, Container block, Slot slot, Wanted wanted) {
        if (slot.written().isEmpty()) {
            return text(draft.tree(), new Style(draft.tree(), block.file()), wanted)
                    .map(text -> new Made(block.insert(slot.form().info(), text), said(text)))
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

    private static String said(String text) {
        return "added " + text.replaceAll("\\s+", " ");
    }

    /// An interface that is new, on one line where that can be read.
    static Step<String> text(Tree tree, Style style, Wanted wanted) {
        Wording wording = new Wording(tree, Place.INTERFACE, style);
        Step<List<String>> options = Step.of(List.of());
        for (Assignment option : wanted.options()) {
            options =
                    options.then(
                            before ->
                                    wording.directive(option)
                                            .map(
                                                    text -> {
                                                        List<String> all = new ArrayList<>(before);
                                                        all.add(text);
                                                        return all;
                                                    }));
        }
        String begin =
                (wanted.local() ? "local " : "")
                        + "interface"
                        + wanted.name().map(each -> " " + each).orElse("");
        return options.map(all -> begin + inBraces(all, style.unit()));
    }

    private static String inBraces(List<String> options, String unit) {
        if (options.size() < 2) {
            return options.isEmpty() ? "" : " { " + options.getFirst() + " }";
        }
        return " {\n" + unit + String.join("\n" + unit, options) + "\n}";
    }

    /// The interface of a number, in the tree as it is now.
    Step<NicText> find(Tree tree, int number) {
        String label = "interface " + number + " of vm \"" + vm + "\"";
        return new Blocks(tree)
                .vm(vm)
                .then(
                        block -> {
                            List<Directive.Interface> all =
                                    block.directives().stream()
                                            .filter(Directive.Interface.class::isInstance)
                                            .map(Directive.Interface.class::cast)
                                            .toList();
                            return block.block() instanceof Directive.Vm vm && number <= all.size()
                                    ? NicText.of(tree, vm, all.get(number - 1), label)
                                    : Step.refuse("there is no " + label);
                        });
    }

    private Step<Draft> local(Draft draft, Slot slot) {
        return find(draft.tree(), slot.number())
                .map(
                        nic -> {
                            int start = nic.nic().span().start();
                            Fix.Edit edit = nic.edit(start, start, "local ");
                            String said = slot.label() + " is local now";
                            return nic.nic().local()
                                    ? draft
                                    : draft.with(List.of(new Made(List.of(edit), said)));
                        });
    }

    private Step<Draft> name(Draft draft, Slot slot, String name) {
        return find(draft.tree(), slot.number())
                .then(
                        nic -> {
                            Optional<Piece> written =
                                    nic.nic().name().isPresent()
                                            ? nic.pieces().after(nic.word().end())
                                            : Optional.empty();
                            int start = written.map(Piece::start).orElse(nic.word().end());
                            int end = written.map(Piece::end).orElse(start);
                            String before = written.map(nic.pieces()::written).orElse("");
                            if (before.equals(name)) {
                                return Step.of(draft);
                            }
                            if (!Quotes.isPlain(name)) {
                                return Step.refuse("\"" + name + "\" is no name of an interface");
                            }
                            Fix.Edit edit =
                                    nic.edit(start, end, written.isPresent() ? name : " " + name);
                            String said =
                                    written.isPresent()
                                            ? slot.label() + " " + before + " -> " + name
                                            : slot.label() + " is " + name + " now";
                            return Step.of(draft.with(List.of(new Made(List.of(edit), said))));
                        });
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
