package vmconf.compiler.edit;

import java.util.List;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.Written;

/// Sets a directive that is more than a list: changes it where it is written, or else adds it.
///
/// @param container found in the tree as it is now
record Setting(Tree tree, Container container, MacroPolicy policy) {

    /// @param key its words were taken
    Step<List<Made>> set(Key key, Given given) {
        return Slot.read(container, key.form(), given, true)
                .then(slot -> Assignment.read(key, given, false).then(wanted -> set(slot, wanted)));
    }

    Step<List<Made>> set(Slot slot, Assignment wanted) {
        if (slot.written().isEmpty()) {
            return added(wanted);
        }
        Directive written = slot.written().get();
        if (!Contents.is(written, wanted.form().info())) {
            return opposite(written, wanted);
        }
        String label = slot.label() + owner();
        return Entry.of(written, wanted.form(), tree, label)
                .then(entry -> change(entry, slot).to(wanted));
    }

    private Change change(Entry entry, Slot slot) {
        Directive statement = container.statement(entry.directive());
        return new Change(tree, container.place(), statement, entry, slot.label(), owner(), policy);
    }

    private String owner() {
        return container.label().isEmpty() ? "" : " of " + container.label();
    }

    private Step<List<Made>> added(Assignment wanted) {
        Style style = new Style(tree, container.file());
        return new Wording(tree, container.place(), style)
                .directive(wanted)
                .map(text -> container.insert(wanted.form().info(), text))
                .map(edits -> List.of(new Made(edits, "added " + wanted.shown())));
    }

    /// One that undoes it stands there.
    private Step<List<Made>> opposite(Directive written, Assignment wanted) {
        String old = wanted.form().opposite().orElse("");
        Form form = Form.of(DirectiveInfo.named(old));
        return Entry.of(written, form, tree, old + owner())
                .map(entry -> edit(entry, wanted.form().name()))
                .map(edit -> List.of(new Made(List.of(edit), old + " -> " + wanted.form().name())));
    }

    private static Fix.Edit edit(Entry entry, String word) {
        Written piece = entry.words().getFirst();
        return entry.edit(piece.start(), piece.end(), word);
    }
}
