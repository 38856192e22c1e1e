package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.DirectiveInfo;

/// Which of the directives of a kind is meant: the one that counts, or where all of them do, the
/// one of a number.
///
/// @param number from 1; 0 where only one of them counts
/// @param written absent when a new one is meant
record Slot(Form form, int number, Optional<Directive> written) {
    /// Stands for a number when one more is meant.
    static final String MORE = "+";

    /// @param values whether values follow the number
    static Step<Slot> read(Container container, Form form, Given given, boolean values) {
        List<Directive> all = container.of(form.info());
        if (!form.adds()) {
            return Step.of(new Slot(form, 0, counting(container, form)));
        }
        boolean more = values && given.take(MORE);
        if (more) {
            return Step.of(new Slot(form, all.size() + 1, Optional.empty()));
        }
        if (isNumber(given.ahead(0))) {
            return numbered(container, form, all, Integer.parseInt(given.take()));
        }
        return all.size() > 1
                ? unclear(container, form, all, values)
                : Step.of(new Slot(form, 1, all.stream().findFirst()));
    }

    private static Step<Slot> numbered(
            Container container, Form form, List<Directive> all, int number) {
        if (number < 1 || number > all.size() + 1) {
            return Step.refuse(
                    "%s has %s".formatted(container.label(), count(form, all.size())),
                    "%s %d would be the next one".formatted(form.name(), all.size() + 1));
        }
        return Step.of(new Slot(form, number, all.stream().skip(number - 1L).findFirst()));
    }

    private static Step<Slot> unclear(
            Container container, Form form, List<Directive> all, boolean values) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            list.add((i + 1) + " at " + Lines.of(all.get(i).span()));
        }
        String begin = form.name() + " N";
        return Step.refuse(
                "%s has %s: %s"
                        .formatted(
                                container.label(),
                                count(form, all.size()),
                                String.join(", ", list)),
                values
                        ? begin + " changes one of them, " + form.name() + " + adds one"
                        : begin + " takes away one of them");
    }

    private static String count(Form form, int count) {
        String noun = form.name() + (count == 1 ? "" : "s");
        return count == 0 ? "no " + noun : count + " " + noun;
    }

    /// The last one, or the last one that undoes it.
    private static Optional<Directive> counting(Container container, Form form) {
        return all(container, form).stream().reduce((_, last) -> last);
    }

    /// Those of a kind and those that undo them, in reading order.
    static List<Directive> all(Container container, Form form) {
        Optional<DirectiveInfo> opposite = form.opposite().map(DirectiveInfo::named);
        return container.directives().stream()
                .filter(
                        each ->
                                Contents.is(each, form.info())
                                        || opposite.filter(o -> Contents.is(each, o)).isPresent())
                .map(Directive.class::cast)
                .toList();
    }

    /// What it is called: `memory`, `disk 2`.
    String label() {
        return number == 0 ? form.name() : form.name() + " " + number;
    }

    /// At most so many digits that no number is too large.
    static boolean isNumber(String word) {
        return !word.isEmpty()
                && word.length() < 6
                && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
