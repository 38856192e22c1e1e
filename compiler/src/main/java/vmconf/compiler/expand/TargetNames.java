package vmconf.compiler.expand;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vmconf.compiler.syntax.Release;
import vmconf.compiler.syntax.Suggestion;

/// The names of targets, for messages.
public final class TargetNames {
    private TargetNames() {}

    /// All of them, in few words; every start of a command asks for it.
    public static String inShort() {
        return String.join(
                "",
                Target.OPENBSD.word(),
                ", openbsd-",
                Release.OLDEST.word(),
                " ... openbsd-",
                Release.NEWEST.word(),
                " or ",
                Target.NATIVE.word());
    }

    /// The complaint about a name that is none.
    public static String refusal(String unknown) {
        String near =
                nearest(unknown.toLowerCase(Locale.ROOT))
                        .map(name -> "; did you mean \"" + name + "\"?")
                        .orElse("");
        return "unknown target \"" + unknown + "\", expected " + inShort() + near;
    }

    /// The target that was meant: by number, else by letters.
    private static Optional<String> nearest(String name) {
        Matcher numbered =
                Pattern.compile("(?:openbsd)?[-_ ]*(\\d{1,3})\\.(\\d{1,3})").matcher(name);
        if (numbered.matches()) {
            return Optional.of(byNumber(number(numbered.group(1), numbered.group(2))));
        }
        return Target.named(name)
                .map(Target::word)
                .or(() -> Suggestion.nearest(name, Target.ALL.stream().map(Target::word)));
    }

    /// The last release up to that number; the oldest one before all of them, `openbsd` behind.
    private static String byNumber(int asked) {
        List<Release> upTo =
                Stream.of(Release.values()).filter(each -> number(each) <= asked).toList();
        Release last = upTo.isEmpty() ? Release.OLDEST : upTo.getLast();
        boolean later = last == Release.NEWEST && number(last) < asked;
        return later ? Target.OPENBSD.word() : "openbsd-" + last.word();
    }

    private static int number(Release release) {
        int point = release.word().indexOf('.');
        return number(release.word().substring(0, point), release.word().substring(point + 1));
    }

    private static int number(String major, String minor) {
        return Integer.parseInt(major) * 1000 + Integer.parseInt(minor);
    }
}
