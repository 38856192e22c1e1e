package vmconf.compiler.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vmconf.compiler.syntax.Expectation.ExpectedArgument;
import vmconf.compiler.syntax.Expectation.ExpectedKeyword;
import vmconf.grammar.VmConf;

/// What the tokens that fit somewhere mean: of which directive they are a keyword or an argument.
final class ExpectedWords {
    /// In the order of the schema.
    static final Comparator<ExpectedKeyword> BY_SCHEMA =
            Comparator.<ExpectedKeyword>comparingInt(
                            each -> each.directive().map(Directives.ALL::indexOf).orElse(-1))
                    .thenComparing(ExpectedKeyword::keyword);

    private final Vocabulary vocabulary;
    private final List<Token> tokens;

    ExpectedWords(Vocabulary vocabulary, List<Token> tokens) {
        this.vocabulary = vocabulary;
        this.tokens = tokens;
    }

    /// The keyword of a type, if the target has it there.
    Optional<ExpectedKeyword> keyword(GrammarWalk.Frame frame, int type) {
        return Stream.of(Keyword.values())
                .filter(keyword -> keyword.tokenType() == type && type > 0)
                .filter(keyword -> vocabulary.keyword(keyword.word()).isPresent())
                .filter(keyword -> !vocabulary.isOfOtherRelease(keyword))
                .filter(keyword -> !onTakenLine(frame))
                .findFirst()
                .flatMap(keyword -> expected(frame, keyword));
    }

    /// An option of a block starts a line of its own, although the first may share it with another.
    private boolean onTakenLine(GrammarWalk.Frame frame) {
        boolean option =
                frame.rule() == VmConf.RULE_vmOption || frame.rule() == VmConf.RULE_switchOption;
        if (!option || frame.first() != tokens.size() || tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.getLast();
        return !last.isNewline() && last.type() != VmConf.OPEN;
    }

    private Optional<ExpectedKeyword> expected(GrammarWalk.Frame frame, Keyword keyword) {
        Place place = Forms.PLACES.get(frame.rule());
        boolean starts = place != null && frame.first() == tokens.size();
        List<Keyword> words = new ArrayList<>(keywords(frame));
        words.add(keyword);
        List<DirectiveInfo> directives =
                place == null
                        ? List.of()
                        : DirectiveInfo.in(place).stream()
                                .filter(info -> beginsWith(info, words))
                                .toList();
        Optional<DirectiveInfo> first = directives.stream().filter(vocabulary::has).findFirst();
        return first.isEmpty() && !directives.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExpectedKeyword(keyword, starts, first));
    }

    private List<Keyword> keywords(GrammarWalk.Frame frame) {
        List<Keyword> words = new ArrayList<>();
        for (Token token : tokens.subList(Math.min(frame.first(), tokens.size()), tokens.size())) {
            if (token.type() != VmConf.WORD) {
                vocabulary.keyword(token.text()).ifPresent(words::add);
            }
        }
        return words;
    }

    /// The keywords are the first of the directive's, apart from an optional one in front.
    private static boolean beginsWith(DirectiveInfo info, List<Keyword> words) {
        List<Keyword> form = info.keywords();
        boolean optional = info.form().startsWith("[");
        return startsWith(form, words)
                || (optional && startsWith(form.subList(1, form.size()), words))
                || (!words.isEmpty()
                        && startsWith(form, words.subList(0, 1))
                        && info.form().contains(words.getLast().word()));
    }

    private static boolean startsWith(List<Keyword> form, List<Keyword> words) {
        return form.size() >= words.size() && form.subList(0, words.size()).equals(words);
    }

    /// The sort of argument that a word would be there, if its values are known.
    Optional<ExpectedArgument> argument(GrammarWalk.Frame frame) {
        boolean string = frame.rule() == VmConf.RULE_string;
        if (string && frame.first() != tokens.size()) {
            return Optional.empty();
        }
        boolean inner = string || frame.rule() == VmConf.RULE_account;
        GrammarWalk.Frame directive = inner && frame.caller() != null ? frame.caller() : frame;
        List<Keyword> words = keywords(directive);
        Keyword last = words.isEmpty() ? Keyword.ADD : words.getLast();
        return Optional.ofNullable(argument(directive.rule(), last, words));
    }

    private static @Nullable ExpectedArgument argument(
            int rule, Keyword last, List<Keyword> words) {
        return switch (rule) {
            case VmConf.RULE_interfaceOption -> interfaceArgument(last);
            case VmConf.RULE_switchOption -> switchArgument(last);
            case VmConf.RULE_statement ->
                    switch (last) {
                        case VM -> ExpectedArgument.PARENT;
                        case INCLUDE -> ExpectedArgument.INCLUDE;
                        default -> null;
                    };
            case VmConf.RULE_vmOption -> vmArgument(last);
            case VmConf.RULE_instanceFlag -> last == Keyword.OWNER ? ExpectedArgument.OWNER : null;
            case VmConf.RULE_global -> globalArgument(last, words);
            default -> null;
        };
    }

    private static @Nullable ExpectedArgument globalArgument(Keyword last, List<Keyword> words) {
        return switch (last) {
            case OWNER -> ExpectedArgument.OWNER;
            case PREFIX -> words.contains(Keyword.INET6) ? null : ExpectedArgument.NETWORK;
            default -> null;
        };
    }

    private static @Nullable ExpectedArgument interfaceArgument(Keyword last) {
        return switch (last) {
            case SWITCH -> ExpectedArgument.SWITCH;
            case GROUP -> ExpectedArgument.GROUP;
            case RDOMAIN -> ExpectedArgument.RDOMAIN;
            case LLADDR -> ExpectedArgument.LLADDR;
            default -> null;
        };
    }

    private static @Nullable ExpectedArgument switchArgument(Keyword last) {
        return switch (last) {
            case INTERFACE -> ExpectedArgument.BRIDGE;
            case GROUP -> ExpectedArgument.GROUP;
            case RDOMAIN -> ExpectedArgument.RDOMAIN;
            default -> null;
        };
    }

    private static @Nullable ExpectedArgument vmArgument(Keyword last) {
        return switch (last) {
            case FORMAT -> ExpectedArgument.DISK_FORMAT;
            case FIRMWARE -> ExpectedArgument.FIRMWARE;
            case MEMORY -> ExpectedArgument.MEMORY;
            case CPUS -> ExpectedArgument.CPUS;
            case DISK -> ExpectedArgument.DISK;
            case CDROM -> ExpectedArgument.ISO;
            case BOOT, KERNEL -> ExpectedArgument.KERNEL;
            case EFIVARS -> ExpectedArgument.FILE;
            case OWNER -> ExpectedArgument.OWNER;
            case INTERFACE -> ExpectedArgument.TAP;
            default -> null;
        };
    }
}
