package vmconf.compiler.edit;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.syntax.Place;

/// What an interface is to be.
///
/// @param options in the order given
record NewNic(boolean local, Optional<String> name, List<Assignment> options) {

    /// Takes `[local] [NAME] [OPTION ...]`. A word that starts no option, and has one or nothing
    /// behind it, is the name.
    static Step<NewNic> read(boolean prefixed, Given given) {
        boolean taken = given.take("local");
        boolean named =
                !given.isEmpty()
                        && !Form.starts(Place.INTERFACE, given.ahead(0))
                        && (given.left() == 1 || Form.starts(Place.INTERFACE, given.ahead(1)));
        Optional<String> name = named ? Optional.of(given.take()) : Optional.empty();
        return Assignment.list(Place.INTERFACE, given)
                .map(options -> new NewNic(prefixed || taken, name, options));
    }

    /// How it is written: on one line where that can be read.
    Step<String> text(Tree tree, Style style) {
        Wording wording = new Wording(tree, Place.INTERFACE, style);
        String begin =
                (local ? "local " : "") + "interface" + name.map(each -> " " + each).orElse("");
        return Step.each(options, wording::directive)
                .map(all -> begin + inBraces(all, style.unit()));
    }

    private static String inBraces(List<String> options, String unit) {
        if (options.size() < 2) {
            return options.isEmpty() ? "" : " { " + options.getFirst() + " }";
        }
        return " {\n" + unit + String.join("\n" + unit, options) + "\n}";
    }
}
