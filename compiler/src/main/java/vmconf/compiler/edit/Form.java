package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.Place;

/// How a directive is written, as the schema says it: `[locked] lladdr [ADDRESS]`.
///
/// @param prefix a word that may stand in front
/// @param words those that it starts with
/// @param arguments in order; those with a keyword of their own behind the one without
record Form(
        DirectiveInfo info, Optional<String> prefix, List<String> words, List<Argument> arguments) {

    Form {
        words = List.copyOf(words);
        arguments = List.copyOf(arguments);
    }

    static Form of(DirectiveInfo info) {
        String text = info.form().split(" or ", 2)[0];
        Optional<String> prefix = Optional.empty();
        if (text.startsWith("[")) {
            prefix = Optional.of(text.substring(1, text.indexOf(']')));
            text = text.substring(text.indexOf(']') + 2);
        }
        List<String> words = List.of(info.words().split(" "));
        return new Form(info, prefix, words, arguments(text.substring(info.words().length())));
    }

    private static List<Argument> arguments(String rest) {
        List<Argument> arguments = new ArrayList<>();
        int choice = rest.indexOf('(');
        if (choice >= 0) {
            String words = rest.substring(choice + 1, rest.indexOf(')', choice));
            return List.of(new Argument("", words, false, true));
        }
        boolean optional = false;
        String keyword = "";
        for (String part : rest.replace("[", "[ ").replace("]", " ]").strip().split("\\s+")) {
            if (part.equals("[") || part.equals("]")) {
                optional = part.equals("[");
            } else if (!part.isEmpty() && Character.isLowerCase(part.charAt(0))) {
                keyword = part;
            } else if (!part.isEmpty()) {
                arguments.add(new Argument(keyword, part, optional, false));
                keyword = "";
            }
        }
        return arguments;
    }

    /// The forms of the directives that may stand in a place, in the order of the schema.
    static List<Form> in(Place place) {
        return DirectiveInfo.in(place).stream().map(Form::of).toList();
    }

    /// A directive of the place can start with the word.
    static boolean starts(Place place, String word) {
        return in(place).stream().anyMatch(each -> each.startsWith(word));
    }

    /// It can start with the word.
    boolean startsWith(String word) {
        return words.getFirst().equals(word) || prefix.filter(word::equals).isPresent();
    }

    /// Its first words, as `boot device`.
    String name() {
        return String.join(" ", words);
    }

    /// The value without a keyword of its own.
    Optional<Argument> plain() {
        return arguments.stream().filter(each -> each.keyword().isEmpty()).findFirst();
    }

    /// The argument behind a keyword.
    Optional<Argument> named(String keyword) {
        return arguments.stream()
                .filter(each -> !keyword.isEmpty() && each.keyword().equals(keyword))
                .findFirst();
    }

    /// Several of them may stand in a block, and all count.
    boolean adds() {
        return info.repeat().equals("adds");
    }

    /// The directive that undoes it, if there is one.
    Optional<String> opposite() {
        return switch (info.name()) {
            case "enable" -> Optional.of("disable");
            case "disable" -> Optional.of("enable");
            case "up" -> Optional.of("down");
            case "down" -> Optional.of("up");
            default -> Optional.empty();
        };
    }
}
