package vmconf.compiler.format;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.Directives;
import vmconf.compiler.syntax.Feature;
import vmconf.compiler.syntax.Keyword;
import vmconf.compiler.syntax.Release;

/// The targets that differ in their words: what one takes for an option can be a part of the path
/// in front of it for another one. Made when a line is to be broken.
final class Vocabularies {
    /// All of them.
    static final List<Target> ALL =
            Target.ALL.stream()
                    .filter(target -> !target.isOlder() || hasNewWords(target.release()))
                    .toList();

    private static final Feature OWNER_ALONE = Feature.OWNER_WITHOUT_ARGUMENT;

    private Vocabularies() {}

    private static boolean hasNewWords(Release release) {
        return Arrays.stream(Keyword.values()).anyMatch(word -> word.since() == release);
    }

    /// Those of them that can read a text in different ways: of several that know the same of its
    /// words, and the same directives made of them, one.
    ///
    /// @param text all that is read, with the values of its macros
    static List<Target> of(String text) {
        if (!isPlain(text)) {
            return ALL;
        }
        List<Keyword> words =
                Arrays.stream(Keyword.values()).filter(each -> text.contains(each.word())).toList();
        List<DirectiveInfo> directives =
                Directives.ALL.stream().filter(each -> words.containsAll(each.keywords())).toList();
        Map<Known, Target> different = new LinkedHashMap<>();
        for (Target target : ALL) {
            different.putIfAbsent(Known.by(target, words, directives), target);
        }
        return List.copyOf(different.values());
    }

    /// What a target knows of what stands in a text.
    ///
    /// @param ownerAlone whether it takes an owner without an argument
    private record Known(List<Keyword> words, List<DirectiveInfo> directives, boolean ownerAlone) {
        static Known by(Target target, List<Keyword> words, List<DirectiveInfo> directives) {
            return new Known(
                    words.stream().filter(each -> isKnown(each, target)).toList(),
                    directives.stream().filter(target::has).toList(),
                    words.contains(Keyword.OWNER)
                            && !OWNER_ALONE.lifetime().isOlderThan(target.release()));
        }

        private static boolean isKnown(Keyword word, Target target) {
            return word.nativeOnly()
                    ? target.isNative()
                    : word.since().compareTo(target.release()) <= 0
                            && word.until().compareTo(target.release()) >= 0;
        }
    }

    /// Whether every word stands in it as it is read. A backslash can go on with a word in the next
    /// line, and some control characters are left out.
    private static boolean isPlain(String text) {
        return text.chars()
                .allMatch(each -> (each >= ' ' && each != '\\') || each == '\n' || each == '\t');
    }
}
