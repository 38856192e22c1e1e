package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Place;
import vmconf.compiler.syntax.Written;

/// Takes away what is written, so that the parent's value or the default holds again.
record Unsetting(Subject subject) {

    /// @param given behind the words of the subject
    Step<Draft> unset(Tree tree, Given given) {
        return new Blocks(tree)
                .container(subject)
                .then(
                        container ->
                                Key.read(container.place(), given)
                                        .then(key -> unset(tree, container, key, given)));
    }

    private Step<Draft> unset(Tree tree, Container container, Key key, Given given) {
        Form form = key.form();
        boolean whole = !form.adds() || form.info().name().equals("allow-instance");
        if (whole && given.isEmpty()) {
            return every(tree, container, form);
        }
        Step<Slot> slot = Slot.read(container, form, given, false);
        return slot.then(found -> part(tree, container, found, given));
    }

    /// All of a kind, as none of them would count on.
    private Step<Draft> every(Tree tree, Container container, Form form) {
        List<Directive> all = Slot.all(container, form);
        PlanKey key = PlanKey.of(subject, form, 0);
        if (all.isEmpty()) {
            return new Holding(tree, key).nothingWritten(form.name(), container.label());
        }
        Step<Draft> draft = Step.of(Draft.of(tree));
        for (int i = 0; i < all.size(); i++) {
            draft = draft.then(before -> withoutLast(before, form));
        }
        return draft.map(done -> new Holding(done.tree(), key).told(done));
    }

    private Step<Draft> withoutLast(Draft draft, Form form) {
        return new Blocks(draft.tree())
                .container(subject)
                .then(
                        container -> {
                            List<Directive> all = Slot.all(container, form);
                            return without(draft, container, all.getLast(), form.name());
                        });
    }

    private Step<Draft> without(Draft draft, Container container, Directive written, String label) {
        if (written.span().origin().expansion().isPresent()) {
            return Step.refuse(
                    "%s of %s comes whole from macro \"%s\" (%s)"
                            .formatted(
                                    label,
                                    container.label(),
                                    written.span().origin().expansion().get().macro(),
                                    Lines.of(written.span())),
                    "edit the definition of the macro");
        }
        String said = "removed " + written.span().text().replaceAll("\\s+", " ");
        return Step.of(draft.with(List.of(new Made(container.remove(written), said))));
    }

    /// One of several, or one value of one.
    private Step<Draft> part(Tree tree, Container container, Slot slot, Given given) {
        if (slot.written().isEmpty()) {
            PlanKey key = PlanKey.of(subject, slot.form(), slot.number());
            return new Holding(tree, key).nothingWritten(slot.label(), container.label());
        }
        Draft draft = Draft.of(tree);
        Directive written = slot.written().get();
        if (given.isEmpty()) {
            return without(draft, container, written, slot.label());
        }
        return written instanceof Directive.Interface
                ? option(draft, slot, given)
                : Entry.of(written, slot.form(), tree, slot.label())
                        .then(entry -> value(draft, slot, entry, given));
    }

    private Step<Draft> value(Draft draft, Slot slot, Entry entry, Given given) {
        String keyword = given.take();
        Optional<Argument> argument = slot.form().named(keyword);
        if (argument.isEmpty() || !argument.get().optional() || !given.isEmpty()) {
            return Step.refuse(
                    "\"" + keyword + "\" cannot be taken away alone",
                    "its form is " + slot.form().info().form());
        }
        Optional<Written> word = entry.keyword(keyword);
        List<Written> value = entry.value(keyword);
        if (word.isEmpty() || value.isEmpty()) {
            return Step.refuse(slot.label() + " has no " + keyword);
        }
        int before =
                entry.words().stream()
                        .mapToInt(Written::end)
                        .filter(end -> end <= word.get().start())
                        .max()
                        .orElse(word.get().start());
        Fix.Edit edit = entry.edit(before, value.getLast().end(), "");
        String said = "removed " + keyword + " of " + slot.label();
        PlanKey key = PlanKey.of(subject, slot.form(), slot.number()).of(keyword);
        Draft done = draft.with(List.of(new Made(List.of(edit), said)));
        return Step.of(new Holding(done.tree(), key).told(done));
    }

    /// `local`, or an option of an interface.
    private Step<Draft> option(Draft draft, Slot slot, Given given) {
        String vm = subject instanceof Subject.VmNamed(var name) ? name : "";
        Nics nics = new Nics(vm, MacroPolicy.REFUSE);
        return nics.find(draft.tree(), slot.number()).then(nic -> option(draft, slot, nic, given));
    }

    private Step<Draft> option(Draft draft, Slot slot, NicText nic, Given given) {
        if (given.take("local") && nic.nic().local()) {
            int start = nic.nic().span().start();
            Fix.Edit edit = nic.edit(start, nic.word().start(), "");
            return Step.of(
                    draft.with(
                            List.of(new Made(List.of(edit), slot.label() + " is not local now"))));
        }
        if (given.isEmpty()) {
            return Step.refuse(nic.label() + " is not local");
        }
        return Key.read(Place.INTERFACE, given)
                .then(
                        key -> {
                            List<Directive> all = Slot.all(nic, key.form());
                            PlanKey plan =
                                    PlanKey.of(subject, slot.form(), slot.number())
                                            .option(key.form());
                            return all.isEmpty()
                                    ? new Holding(draft.tree(), plan)
                                            .nothingWritten(key.form().name(), nic.label())
                                    : without(draft, nic, all.getLast(), key.form().name())
                                            .map(done -> named(done, slot))
                                            .map(done -> new Holding(done.tree(), plan).told(done));
                        });
    }

    private static Draft named(Draft done, Slot slot) {
        List<String> said = new ArrayList<>(done.said());
        said.add(said.removeLast() + " of " + slot.label());
        return new Draft(done.tree(), said);
    }
}
