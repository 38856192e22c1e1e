package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Written;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// A directive as it stands in a file, cut into its own words and its values.
///
/// @param words all of its pieces
/// @param own how many of them are its own words
record Entry(Directive directive, Form form, List<Written> words, int own) {

    Entry {
        words = List.copyOf(words);
    }

    /// @param label what to call it: `memory of vm "web"`
    static Step<Entry> of(Directive directive, Form form, Tree tree, String label) {
        Span span = directive.span();
        if (span.origin().expansion().isPresent()) {
            String macro = span.origin().expansion().get().macro();
            return Step.refuse(
                    "%s comes whole from macro \"%s\" (%s)".formatted(label, macro, Lines.of(span)),
                    "edit the definition of the macro");
        }
        List<Written> words = Pieces.of(span, tree.vocabulary()).words();
        int own = form.prefix().filter(words.getFirst()::is).isPresent() ? 1 : 0;
        for (String word : form.words()) {
            if (own >= words.size() || !words.get(own).is(word)) {
                return Step.refuse(
                        "\"%s\" is not written as such (%s)".formatted(label, Lines.of(span)),
                        "edit that line by hand");
            }
            own++;
        }
        return Step.of(new Entry(directive, form, words, own));
    }

    /// The word in front that may be left out.
    Optional<Written> prefix() {
        return Optional.of(words.getFirst()).filter(_ -> own > form.words().size());
    }

    /// The value behind a keyword, or the one without; none when it is not there.
    List<Written> value(String keyword) {
        List<Written> found = new ArrayList<>();
        String current = "";
        for (Written piece : words.subList(own, words.size())) {
            if (piece.is(piece.text()) && form.named(piece.text()).isPresent()) {
                current = piece.text();
            } else if (current.equals(keyword)) {
                found.add(piece);
            }
        }
        return found;
    }

    /// Where the keyword of a value stands.
    Optional<Written> keyword(String keyword) {
        return words.subList(own, words.size()).stream()
                .filter(each -> each.is(keyword))
                .findFirst();
    }

    /// Behind the value that comes before one that is not there.
    int placeFor(String keyword) {
        int place = words.get(own - 1).end();
        for (Argument argument : form.arguments()) {
            if (argument.keyword().equals(keyword)) {
                break;
            }
            List<Written> value = value(argument.keyword());
            place = value.isEmpty() ? place : value.getLast().end();
        }
        return place;
    }

    SourceFile file() {
        return directive.span().file();
    }

    /// Puts a text in place of a stretch of the file.
    Fix.Edit edit(int start, int end, String text) {
        return new Fix.Edit(new Span(file(), start, end, directive.span().origin()), text);
    }

    /// The whole directive after an edit of it.
    String after(Fix.Edit edit) {
        String text = file().text();
        return text.substring(directive.span().start(), edit.span().start())
                + edit.text()
                + text.substring(edit.span().end(), directive.span().end());
    }
}
