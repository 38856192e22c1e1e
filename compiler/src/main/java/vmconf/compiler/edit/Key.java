package vmconf.compiler.edit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.syntax.Place;
import vmconf.compiler.syntax.Suggestion;

/// Which directive of a block somebody means.
///
/// @param prefixed the word that may stand in front of it was given
record Key(Form form, boolean prefixed) {

    /// Takes the words of a directive; the longest one that fits.
    static Step<Key> read(Place place, Given given) {
        List<Form> forms = Form.in(place);
        Optional<Key> key =
                forms.stream()
                        .flatMap(form -> fitting(form, given))
                        .max(Comparator.comparingInt(each -> each.form().words().size()));
        if (key.isEmpty()) {
            return unknown(place, forms, given);
        }
        given.skip(key.get().form().words().size() + (key.get().prefixed() ? 1 : 0));
        return Step.of(key.get());
    }

    private static Stream<Key> fitting(Form form, Given given) {
        if (given.startsWith(form.words())) {
            return Stream.of(new Key(form, false));
        }
        List<String> prefixed =
                Stream.concat(form.prefix().stream(), form.words().stream()).toList();
        return form.prefix().isPresent() && given.startsWith(prefixed)
                ? Stream.of(new Key(form, true))
                : Stream.empty();
    }

    private static Step<Key> unknown(Place place, List<Form> forms, Given given) {
        String word = given.ahead(0);
        List<String> near =
                forms.stream()
                        .filter(each -> each.startsWith(word))
                        .map(each -> each.info().form())
                        .toList();
        if (!near.isEmpty()) {
            String what =
                    "\"" + String.join(" ", given.rest()) + "\" is no setting " + place.text();
            String how = "write " + String.join(" or ", near);
            return place == Place.GLOBAL
                    ? Step.refuse(what, how, "a VM of that name is written vm " + word)
                    : Step.refuse(what, how);
        }
        Stream<String> known = forms.stream().map(form -> form.words().getFirst());
        String guess =
                Suggestion.nearest(word, known.distinct())
                        .map(each -> "did you mean \"" + each + "\"?")
                        .orElse("its settings are " + listed(forms));
        return word.isEmpty()
                ? Step.refuse("no setting is named", "the settings are " + listed(forms))
                : Step.refuse("there is no setting \"" + word + "\" " + place.text(), guess);
    }

    private static String listed(List<Form> forms) {
        return String.join(", ", forms.stream().map(Form::name).distinct().toList());
    }
}
