package vmconf.compiler.edit;

import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Place;
import vmconf.compiler.syntax.Written;
import vmconf.source.Span;

/// Sets what `allow instance` of a VM lists: all of it, as flags of several lines add up.
record Flags(Tree tree, Container block) {

    /// @param key of `allow instance`; its words were taken
    Step<List<Made>> set(Key key, Given given) {
        List<Directive> written = block.of(key.form().info());
        if (written.size() > 1) {
            return Step.refuse(
                    "%s has \"allow instance\" %d times: %s"
                            .formatted(
                                    block.label(),
                                    written.size(),
                                    String.join(
                                            ", ",
                                            written.stream()
                                                    .map(each -> Lines.of(each.span()))
                                                    .toList())),
                    "unset it first, which takes away all of them");
        }
        Step<String> text = text(tree, new Style(tree, block.file()), given);
        return written.isEmpty()
                ? text.map(each -> new Made(block.insert(key.form().info(), each), "added " + each))
                        .map(List::of)
                : text.then(each -> replaced(written.getFirst(), key.form(), each));
    }

    /// The directive with the flags given, with braces and commas or without.
    static Step<String> text(Tree tree, Style style, Given given) {
        Given flags = new Given(bare(given));
        Wording wording = new Wording(tree, Place.INSTANCE_FLAG, style);
        return Assignment.list(Place.INSTANCE_FLAG, flags)
                .then(all -> Step.each(all, wording::directive))
                .then(Flags::joined);
    }

    private static List<String> bare(Given given) {
        return given.rest().stream()
                .flatMap(each -> Stream.of(each.split("[\\s{},]+")))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static Step<String> joined(List<String> flags) {
        return switch (flags.size()) {
            case 0 ->
                    Step.refuse(
                            "\"allow instance\" needs a flag",
                            "write allow instance memory disk owner NAME");
            case 1 -> Step.of("allow instance " + flags.getFirst());
            default -> Step.of("allow instance { " + String.join(", ", flags) + " }");
        };
    }

    private Step<List<Made>> replaced(Directive written, Form form, String text) {
        return Entry.of(written, form, tree, form.name() + " of " + block.label())
                .then(
                        entry -> {
                            Span span = written.span();
                            Pieces now = Pieces.of(span, tree.vocabulary());
                            if (same(now.words(), text)) {
                                return Step.of(List.of());
                            }
                            if (span.text().contains("#")) {
                                return Step.refuse(
                                        "the flags have a comment (%s), which would go"
                                                .formatted(Lines.of(span)),
                                        "edit them by hand");
                            }
                            Fix.Edit edit = entry.edit(span.start(), span.end(), text);
                            String said = shortened(span.text()) + " -> " + text;
                            return Step.of(List.of(new Made(List.of(edit), said)));
                        });
    }

    private boolean same(List<Written> written, String text) {
        Pieces wanted =
                Pieces.of(
                        vmconf.source.SourceFile.of("", text), 0, text.length(), tree.vocabulary());
        return words(written).equals(words(wanted.all()))
                && written.stream().allMatch(each -> each.macro().isEmpty());
    }

    private static List<String> words(List<Written> pieces) {
        return pieces.stream()
                .filter(each -> !each.is(",") && !each.is("{") && !each.is("}"))
                .map(Written::text)
                .toList();
    }

    private static String shortened(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
