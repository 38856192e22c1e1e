package vmconf.compiler.syntax;

import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.misc.IntervalSet;
import vmconf.grammar.VmConf;

/// How the parser goes on after a mistake: it gives up one directive, never a block, and reports at
/// most one problem a line.
///
/// The generated parser calls in at three points: before each decision ([#sync]), when a token does
/// not fit
/// ([#recoverInline]) and when a rule has given up ([#reportError], then [#recover]).
final class Recovery implements ANTLRErrorStrategy {
    private final TokenWindow window;
    private final Lookahead ahead;
    private final Complaints complaints;
    private final Separators separators;
    private final FittingTokens fitting = new FittingTokens(VmConf._ATN);

    Recovery(TokenWindow window, Complaints complaints) {
        this.window = window;
        this.ahead = new Lookahead(window);
        this.complaints = complaints;
        this.separators = new Separators(window);
    }

    @Override
    public void sync(Parser parser) {
        if (fitting.fits(parser.getState(), window.LA(1))) {
            return;
        }
        IntervalSet expected =
                parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
        ParserRuleContext context = parser.getContext();
        switch (context.getRuleIndex()) {
            case VmConf.RULE_vmBlock, VmConf.RULE_switchBlock -> syncBlock(parser, expected);
            case VmConf.RULE_interfaceOptions -> syncOptions(parser, expected);
            case VmConf.RULE_statement -> syncHeader(parser, context);
            default -> throw new InputMismatchException(parser);
        }
    }

    /// Behind the name of a VM, anything but `instance` is left to the block to judge.
    private static void syncHeader(Parser parser, ParserRuleContext context) {
        boolean named = context instanceof VmConf.VmContext vm && vm.name != null;
        if (!named) {
            throw new InputMismatchException(parser);
        }
    }

    /// Passes over whole lines of a block until one fits.
    private void syncBlock(Parser parser, IntervalSet expected) {
        while (!expected.contains(window.LA(1))) {
            boolean endOfLine = expected.size() == 1 && expected.contains(VmConf.NL);
            if (endOfLine && (ahead.at(VmConf.CLOSE) || isOption(parser, window.LA(1)))) {
                return;
            }
            if (ahead.at(VmConf.CLOSE) || ahead.atEnd() || ahead.startsStatement()) {
                throw new InputMismatchException(parser);
            }
            boolean first = ahead.atLineStart() || behind(VmConf.OPEN);
            complaints.add(
                    first
                            ? complaints.unknownDirective(place(parser), window.ahead(1))
                            : separators.trailing(window.ahead(1)));
            ahead.skipDirective();
            if (!expected.contains(VmConf.NL)) {
                ahead.skipNewlines();
            }
        }
    }

    /// Passes over single options of an `interface` block until one fits.
    private void syncOptions(Parser parser, IntervalSet expected) {
        while (!expected.contains(window.LA(1))) {
            boolean vmOption = ahead.atLineStart() && isVmOption(window.LA(1));
            if (ahead.at(VmConf.CLOSE) || ahead.atEnd() || ahead.startsStatement() || vmOption) {
                throw new InputMismatchException(parser);
            }
            if (ahead.at(VmConf.COMMA)) {
                complaints.add(separators.comma(window.ahead(1)));
            } else {
                complaints.add(complaints.unknownDirective(Place.INTERFACE, window.ahead(1)));
            }
            window.consume();
            ahead.skipTo(parser.getATN().nextTokens(optionState(parser)));
        }
    }

    private static org.antlr.v4.runtime.atn.ATNState optionState(Parser parser) {
        return parser.getATN().ruleToStartState[VmConf.RULE_interfaceOption];
    }

    @Override
    public org.antlr.v4.runtime.Token recoverInline(Parser parser) {
        return switch (parser.getContext().getRuleIndex()) {
            case VmConf.RULE_lineEnd -> endLine();
            case VmConf.RULE_vmBlock, VmConf.RULE_switchBlock -> insideBlock(parser);
            default -> throw new InputMismatchException(parser);
        };
    }

    private org.antlr.v4.runtime.Token endLine() {
        ParserToken token = window.ahead(1);
        if (window.index() > 0 && ahead.atStatementWord()) {
            complaints.add(separators.ownLine(token));
            return token.imagine(VmConf.NL);
        }
        complaints.add(
                window.index() == 0
                        ? complaints.unknownDirective(Place.FILE, token)
                        : separators.trailing(token));
        ahead.skipLine();
        if (ahead.at(VmConf.NL)) {
            window.consume();
        }
        return token.imagine(VmConf.NL);
    }

    private org.antlr.v4.runtime.Token insideBlock(Parser parser) {
        IntervalSet expected =
                parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
        ParserToken token = window.ahead(1);
        if (expected.contains(VmConf.NL)) {
            complaints.add(separators.ownLine(token));
            return token.imagine(VmConf.NL);
        }
        if (!expected.contains(VmConf.OPEN)) {
            throw new InputMismatchException(parser);
        }
        if (ahead.followsOnLaterLine(VmConf.OPEN)) {
            complaints.add(separators.braceOnNextLine(token));
            ahead.skipNewlines();
            org.antlr.v4.runtime.Token brace = window.ahead(1);
            window.consume();
            return brace;
        }
        boolean optionFollows =
                ahead.at(VmConf.NL)
                        && isOption(parser, window.LA(2))
                        && window.LA(2) != VmConf.SWITCH;
        if (optionFollows) {
            complaints.add(separators.missingBrace(token));
            return token.imagine(VmConf.OPEN);
        }
        throw new InputMismatchException(parser);
    }

    @Override
    public void reportError(Parser parser, RecognitionException error) {
        complaints.describe(parser, error).ifPresent(complaints::add);
    }

    @Override
    public void recover(Parser parser, RecognitionException error) {
        ParserRuleContext context = parser.getContext();
        switch (context.getRuleIndex()) {
            case VmConf.RULE_vmBlock, VmConf.RULE_switchBlock -> leaveBlock();
            case VmConf.RULE_interfaceOptions -> consumeIf(VmConf.CLOSE);
            case VmConf.RULE_instanceFlags -> leaveFlags();
            default -> leaveDirective(parser, context);
        }
    }

    private void leaveBlock() {
        if (ahead.at(VmConf.CLOSE)) {
            window.consume();
        } else if (!ahead.startsStatement()) {
            ahead.skipDirective();
        }
    }

    private void leaveFlags() {
        while (!ahead.at(VmConf.CLOSE) && !ahead.atEnd() && !ahead.startsStatement()) {
            window.consume();
        }
        consumeIf(VmConf.CLOSE);
    }

    private void leaveDirective(Parser parser, ParserRuleContext context) {
        boolean name = context.getRuleIndex() == VmConf.RULE_string;
        if (name && parent(context) == VmConf.RULE_statement) {
            ahead.skipTo(
                    IntervalSet.of(VmConf.OPEN, VmConf.OPEN).or(IntervalSet.of(VmConf.INSTANCE)));
        } else if (inBraces(context)) {
            ahead.skipTo(parser.getATN().nextTokens(optionState(parser)));
        } else if (isWithin(context, VmConf.RULE_vmBlock, VmConf.RULE_switchBlock)) {
            ahead.skipDirective();
        } else {
            ahead.skipLine();
        }
    }

    private void consumeIf(int type) {
        if (ahead.at(type)) {
            window.consume();
        }
    }

    private boolean behind(int type) {
        return window.behind().map(token -> token.getType() == type).orElse(false);
    }

    private static Place place(Parser parser) {
        return parser.getContext().getRuleIndex() == VmConf.RULE_vmBlock ? Place.VM : Place.SWITCH;
    }

    private static boolean isOption(Parser parser, int type) {
        int rule = place(parser) == Place.VM ? VmConf.RULE_vmOption : VmConf.RULE_switchOption;
        return parser.getATN().nextTokens(parser.getATN().ruleToStartState[rule]).contains(type);
    }

    private static boolean isVmOption(int type) {
        return VmConf._ATN
                .nextTokens(VmConf._ATN.ruleToStartState[VmConf.RULE_vmOption])
                .contains(type);
    }

    private static int parent(RuleContext context) {
        return context.parent == null ? -1 : context.parent.getRuleIndex();
    }

    /// Inside the braces of an `interface` block.
    private static boolean inBraces(ParserRuleContext context) {
        for (RuleContext each = context; each != null; each = each.parent) {
            if (each instanceof VmConf.InterfaceOptionsContext options) {
                return options.open != null;
            }
        }
        return false;
    }

    private static boolean isWithin(ParserRuleContext context, int... rules) {
        for (RuleContext each = context; each != null; each = each.parent) {
            for (int rule : rules) {
                if (each.getRuleIndex() == rule) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public boolean inErrorRecoveryMode(Parser parser) {
        return false;
    }

    @Override
    public void reset(Parser parser) {}

    @Override
    public void reportMatch(Parser parser) {}
}
