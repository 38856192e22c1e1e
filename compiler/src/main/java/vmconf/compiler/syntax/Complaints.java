package vmconf.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.misc.IntervalSet;
import vmconf.compiler.syntax.SyntaxProblem.Kind;
import vmconf.grammar.VmConf;
import vmconf.source.Span;

/// The problems found on one line of the top level, and their words.
///
/// No second problem is reported on a line of the file: what follows a mistake on its line mostly
/// follows from it. Nor is a line that holds an unreadable token judged any further.
final class Complaints {
    private static final Set<Integer> BLOCKS =
            Set.of(
                    VmConf.RULE_vmBlock,
                    VmConf.RULE_switchBlock,
                    VmConf.RULE_interfaceOptions,
                    VmConf.RULE_instanceFlags);

    private final TokenWindow window;
    private final Vocabulary vocabulary;
    private final Repairs repairs;
    private final Quotes quotes;
    private final List<SyntaxProblem> problems = new ArrayList<>();
    private int lastReported = -1;

    Complaints(TokenWindow window, Vocabulary vocabulary) {
        this.window = window;
        this.vocabulary = vocabulary;
        this.repairs = new Repairs(window);
        this.quotes = new Quotes(window);
    }

    void startLine() {
        problems.clear();
        lastReported = -1;
    }

    List<SyntaxProblem> problems() {
        return List.copyOf(problems);
    }

    /// Adds a problem with a token that cannot be read.
    void addUnreadable(SyntaxProblem problem) {
        problems.add(problem);
    }

    /// Puts what is known better in place of a problem, unless its line has been handed over.
    void replace(SyntaxProblem problem, SyntaxProblem better) {
        int index = problems.lastIndexOf(problem);
        if (index >= 0) {
            problems.set(index, better);
        }
    }

    /// Adds a problem at the token ahead, unless something on its line has been reported.
    void add(SyntaxProblem problem) {
        int line = window.indexOfFileLine();
        if (lastReported >= line || window.hasProblemSince(line)) {
            return;
        }
        lastReported = window.index();
        problems.add(problem);
    }

    /// Whether a problem was found behind a token of the current line.
    private boolean reportedSince(org.antlr.v4.runtime.Token token) {
        int index = token.getTokenIndex();
        return lastReported > index || window.hasProblemSince(index);
    }

    /// The problem that made a rule give up; none where an earlier one explains it.
    Optional<SyntaxProblem> describe(Parser parser, RecognitionException error) {
        ParserRuleContext context = parser.getContext();
        ParserToken token = window.ahead(1);
        int rule = context.getRuleIndex();
        boolean block = BLOCKS.contains(rule) && isOpen(context);
        if (block && token.getType() == VmConf.CLOSE) {
            return reportedSince(context.getStart())
                    ? Optional.empty()
                    : Optional.of(emptyBlock(context, token));
        }
        if (block && rule != VmConf.RULE_instanceFlags) {
            return Optional.of(unclosed(context, token));
        }
        if (error instanceof NoViableAltException choice) {
            return Optional.of(undecided(context, choice));
        }
        if (lacksOwner(context, token)) {
            return vocabulary.hasLost(Feature.OWNER_WITHOUT_ARGUMENT)
                    ? Optional.of(missingOwner(context, expected(parser, error), token))
                    : Optional.empty();
        }
        boolean unknown =
                rule == VmConf.RULE_statement
                        && context.getStart().getType() == VmConf.WORD
                        && context instanceof VmConf.MacroContext
                        && window.index() == context.getStart().getTokenIndex() + 1;
        if (unknown) {
            return Optional.of(unknownDirective(Place.FILE, (ParserToken) context.getStart()));
        }
        return Optional.of(
                rule == VmConf.RULE_line
                        ? unknownDirective(Place.FILE, token)
                        : unexpected(context, expected(parser, error), token));
    }

    private boolean isOpen(ParserRuleContext context) {
        return context.getStart().getType() == VmConf.OPEN
                && window.index() > context.getStart().getTokenIndex();
    }

    private static IntervalSet expected(Parser parser, RecognitionException error) {
        return error instanceof InputMismatchException
                ? error.getExpectedTokens()
                : parser.getExpectedTokens();
    }

    private SyntaxProblem unexpected(
            ParserRuleContext context, IntervalSet expected, ParserToken token) {
        String message = "expected " + Wording.list(expected) + ", found " + Wording.found(token);
        return SyntaxProblem.of(Kind.UNEXPECTED, window.place(token), message)
                .withHelp(quotes.help(expected, token).or(() -> Forms.of(context)))
                .withRepair(quotes.repair(expected, token));
    }

    /// `owner` stands alone on its line.
    private static boolean lacksOwner(ParserRuleContext context, ParserToken token) {
        boolean end =
                switch (token.getType()) {
                    case VmConf.NL, VmConf.CLOSE, VmConf.EOF -> true;
                    default -> false;
                };
        return end && context.getParent() instanceof VmConf.OwnerContext;
    }

    private SyntaxProblem missingOwner(
            ParserRuleContext context, IntervalSet expected, ParserToken token) {
        Lifetime alone = Feature.OWNER_WITHOUT_ARGUMENT.lifetime();
        String until = alone.until().map(Release::word).orElse("");
        return unexpected(context, expected, token)
                .withHelp("write: owner OWNER; alone it meant root, until about OpenBSD " + until);
    }

    private SyntaxProblem undecided(ParserRuleContext context, NoViableAltException choice) {
        ParserToken offending = (ParserToken) choice.getOffendingToken();
        ParserToken start = (ParserToken) choice.getStartToken();
        String message =
                "unexpected " + Wording.found(offending) + " after \"" + start.getText() + "\"";
        return SyntaxProblem.of(Kind.UNEXPECTED, window.place(offending), message)
                .withHelp(Forms.of(context));
    }

    private SyntaxProblem emptyBlock(ParserRuleContext context, ParserToken token) {
        Span open = ((ParserToken) context.getStart()).token().span();
        Span block = open.to(token.token().span());
        return SyntaxProblem.of(Kind.EMPTY_BLOCK, block, "a block needs at least one option")
                .withRepair(emptyBlockRemoved(context, block));
    }

    /// An interface may do without a block; anything else is nothing without its block.
    private Optional<SyntaxProblem.Repair> emptyBlockRemoved(
            ParserRuleContext context, Span block) {
        if (context.getRuleIndex() == VmConf.RULE_interfaceOptions) {
            return repairs.emptyBlockRemoved((ParserToken) context.getStart(), block);
        }
        ParserToken first = (ParserToken) context.getParent().getStart();
        return Repairs.removed("remove it", false, first.token().span().to(block));
    }

    private SyntaxProblem unclosed(ParserRuleContext context, ParserToken token) {
        Span open = ((ParserToken) context.getStart()).token().span();
        return SyntaxProblem.of(Kind.UNCLOSED_BLOCK, open, "this block is not closed")
                .withHelp("add } on a line of its own")
                .withRelated(token.token().span(), "it must be closed before this")
                .withRepair(repairs.closed(open, token));
    }

    /// A word where a directive must stand.
    SyntaxProblem unknownDirective(Place place, ParserToken token) {
        String word = token.getText();
        Span span = window.place(token);
        Optional<Keyword> keyword = Vocabulary.NATIVE.keyword(word);
        if (keyword.isPresent() && window.LA(2) == VmConf.EQUALS) {
            String message = "macro name \"" + word + "\" is a keyword";
            return SyntaxProblem.of(Kind.UNEXPECTED, span, message)
                    .withHelp("write it in quotes: \"" + word + "\" = ...")
                    .withRepair(Repairs.quoted(token.token(), true));
        }
        if (keyword.isPresent() && Directives.RESERVED.containsKey(keyword.get())) {
            String why = Directives.RESERVED.get(keyword.get());
            return SyntaxProblem.of(
                            Kind.MISPLACED_DIRECTIVE, span, "\"" + word + "\" is no directive")
                    .withHelp(Optional.ofNullable(why));
        }
        if (keyword.isPresent() && vocabulary.keyword(word).isEmpty()) {
            String message = "\"" + word + "\" is no directive of OpenBSD";
            return SyntaxProblem.of(Kind.MISPLACED_DIRECTIVE, span, message)
                    .withHelp("only --target native knows it");
        }
        Optional<String> other = Forms.otherPlaces(word, place);
        if (keyword.isPresent() && other.isPresent()) {
            String message = "\"" + word + "\" does not belong " + place.text();
            return SyntaxProblem.of(Kind.MISPLACED_DIRECTIVE, span, message)
                    .withHelp("it belongs " + other.get());
        }
        if (token.getType() != VmConf.WORD) {
            String message = "unexpected " + Wording.found(token) + " " + place.text();
            return SyntaxProblem.of(Kind.UNEXPECTED, span, message);
        }
        String message =
                place == Place.FILE
                        ? "unknown statement \"" + word + "\""
                        : "unknown directive \"" + word + "\" " + place.text();
        Optional<String> near = Suggestion.nearest(word, Forms.firstWords(place, vocabulary));
        return SyntaxProblem.of(Kind.UNKNOWN_DIRECTIVE, span, message)
                .withHelp(near.map(meant -> "did you mean \"" + meant + "\"?"))
                .withRepair(near.flatMap(meant -> Repairs.word(token.token(), meant)));
    }
}
