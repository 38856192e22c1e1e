package vmconf.compiler.edit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Place;
import vmconf.compiler.syntax.Written;

/// Gives a directive that is written other values, and leaves the rest of its line.
///
/// @param statement the block that it stands in
/// @param label what it is called: `disk 2`
/// @param owner where it is, as ` of vm "web"`; empty for the top level
record Change(
        Tree tree,
        Place place,
        Directive statement,
        Entry entry,
        String label,
        String owner,
        MacroPolicy policy) {

    /// Nothing where all is so already.
    Step<List<Made>> to(Assignment wanted) {
        List<Argument> given =
                entry.form().arguments().stream()
                        .filter(each -> wanted.values().containsKey(each.keyword()))
                        .toList();
        return Step.each(
                        given,
                        each -> value(each, wanted.values().getOrDefault(each.keyword(), "")))
                .map(
                        values ->
                                Stream.concat(
                                                prefix(wanted).stream(),
                                                values.stream().flatMap(List::stream))
                                        .toList());
    }

    /// The word in front, where it is wanted and not there.
    private Optional<Made> prefix(Assignment wanted) {
        if (!wanted.prefixed() || entry.prefix().isPresent()) {
            return Optional.empty();
        }
        int start = entry.directive().span().start();
        String prefix = entry.form().prefix().orElse("");
        Fix.Edit edit = entry.edit(start, start, prefix + " ");
        return Optional.of(new Made(List.of(edit), label + " is " + prefix + " now"));
    }

    private Step<List<Made>> value(Argument argument, String value) {
        List<Written> pieces = entry.value(argument.keyword());
        if (pieces.isEmpty()) {
            return added(argument, value);
        }
        boolean macro = pieces.stream().anyMatch(each -> each.macro().isPresent());
        if (macro) {
            return macro(argument, value, pieces);
        }
        StringBuilder old = new StringBuilder();
        pieces.forEach(each -> old.append(each.text()));
        return old.toString().equals(value)
                ? Step.of(List.of())
                : replaced(argument, value, pieces, old.toString());
    }

    private Step<List<Made>> added(Argument argument, String value) {
        int offset = entry.placeFor(argument.keyword());
        String begin = argument.keyword().isEmpty() ? " " : " " + argument.keyword() + " ";
        Style style = new Style(tree, entry.file());
        return new Wording(tree, place, style)
                .value(
                        argument,
                        value,
                        style.quotes(entry.form(), argument),
                        way -> entry.after(entry.edit(offset, offset, begin + way)))
                .map(way -> entry.edit(offset, offset, begin + way))
                .map(
                        edit ->
                                List.of(
                                        new Made(
                                                List.of(edit),
                                                "added" + begin + value + " to " + label)));
    }

    private Step<List<Made>> macro(Argument argument, String value, List<Written> pieces) {
        MacroValue written =
                new MacroValue(tree, statement, pieces, entry.file(), name(argument) + owner);
        Optional<String> old = written.text();
        if (old.filter(value::equals).isPresent()) {
            return Step.of(List.of());
        }
        String before = old.orElse(text(pieces));
        return switch (policy) {
            case REFUSE -> written.refused();
            case THROUGH ->
                    written.through(value)
                            .map(edit -> List.of(made(edit, written, argument, before, value)));
            case HERE ->
                    written.isAlone()
                            ? replaced(argument, value, pieces, text(pieces))
                            : Step.refuse(
                                    "\"%s\" stands for more than %s"
                                            .formatted(text(pieces), name(argument) + owner),
                                    "edit that line by hand");
        };
    }

    private Made made(
            Fix.Edit edit, MacroValue macro, Argument argument, String before, String value) {
        String said =
                "macro %s %s -> %s, for %s%s"
                        .formatted(
                                text(macro.pieces()).substring(1),
                                before,
                                value,
                                name(argument) + owner,
                                macro.alsoFor());
        return new Made(List.of(edit), said);
    }

    private Step<List<Made>> replaced(
            Argument argument, String value, List<Written> pieces, String before) {
        int start = pieces.getFirst().start();
        int end = pieces.getLast().end();
        Style style = new Style(tree, entry.file());
        boolean macro = pieces.stream().anyMatch(each -> each.macro().isPresent());
        Quotes quotes = macro ? style.quotes(entry.form(), argument) : Quotes.of(text(pieces));
        return new Wording(tree, place, style)
                .value(argument, value, quotes, way -> entry.after(entry.edit(start, end, way)))
                .map(way -> keepingColumn(start, end, way))
                .map(edit -> List.of(new Made(List.of(edit), said(argument, before, value))));
    }

    private String said(Argument argument, String before, String value) {
        return name(argument) + " " + before + " -> " + value;
    }

    private String name(Argument argument) {
        return argument.keyword().isEmpty() ? label : label + " " + argument.keyword();
    }

    /// A comment behind several blanks stays in its column, as far as there is room.
    private Fix.Edit keepingColumn(int start, int end, String way) {
        String text = entry.file().text();
        int blanks = 0;
        while (text.startsWith(" ", end + blanks)) {
            blanks++;
        }
        if (blanks < 2 || !text.startsWith("#", end + blanks)) {
            return entry.edit(start, end, way);
        }
        int left = Math.max(1, blanks - way.length() + end - start);
        return entry.edit(start, end + blanks, way + " ".repeat(left));
    }

    private String text(List<Written> pieces) {
        return entry.file().text().substring(pieces.getFirst().start(), pieces.getLast().end());
    }
}
