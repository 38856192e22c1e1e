package vmconf.compiler.syntax;

import vmconf.grammar.VmConf;

/// Questions about the tokens ahead that decide how the parser goes on after a problem.
final class Lookahead {
    /// Longest look ahead on one line, in tokens.
    private static final int FAR = 64;

    private final TokenWindow window;

    Lookahead(TokenWindow window) {
        this.window = window;
    }

    boolean at(int type) {
        return window.LA(1) == type;
    }

    boolean atEnd() {
        return at(VmConf.EOF);
    }

    /// The token ahead is the first of its line.
    boolean atLineStart() {
        return window.behind().map(token -> token.token().isNewline()).orElse(true);
    }

    /// A statement of the top level starts here, so a block that is still open was not closed.
    boolean startsStatement() {
        if (!atLineStart()) {
            return false;
        }
        int second = window.LA(1) == VmConf.EOF ? VmConf.EOF : window.LA(2);
        return switch (window.LA(1)) {
            case VmConf.VM, VmConf.INCLUDE, VmConf.SOCKET, VmConf.AGENTX, VmConf.STAGGERED -> true;
            case VmConf.WORD -> second == VmConf.EQUALS;
            case VmConf.LOCAL -> second == VmConf.PREFIX || second == VmConf.INET6;
            case VmConf.SWITCH -> opensBlockOnThisLine();
            default -> false;
        };
    }

    /// A word that starts some statement of the top level, wherever it stands on its line.
    boolean atStatementWord() {
        return switch (window.LA(1)) {
            case VmConf.VM,
                    VmConf.SWITCH,
                    VmConf.INCLUDE,
                    VmConf.SOCKET,
                    VmConf.AGENTX,
                    VmConf.STAGGERED,
                    VmConf.LOCAL ->
                    true;
            default -> window.LA(1) == VmConf.WORD && window.LA(2) == VmConf.EQUALS;
        };
    }

    private boolean opensBlockOnThisLine() {
        for (int k = 1; k < FAR; k++) {
            switch (window.LA(k)) {
                case VmConf.OPEN -> {
                    return true;
                }
                case VmConf.NL, VmConf.EOF -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    /// Behind the ends of lines ahead, there is a token of that type.
    boolean followsOnLaterLine(int type) {
        int k = 1;
        while (k < FAR && window.LA(k) == VmConf.NL) {
            k++;
        }
        return k > 1 && window.LA(k) == type;
    }

    /// Skips the rest of a directive: to the end of its line, over blocks that it opens, or to the
    /// `}` of the block it stands in. Neither is consumed.
    void skipDirective() {
        int depth = 0;
        while (!atEnd()) {
            boolean line = at(VmConf.NL) && depth == 0;
            boolean block = at(VmConf.CLOSE) && depth == 0;
            if (line || block || (depth > 0 && startsStatement())) {
                return;
            }
            depth += at(VmConf.OPEN) ? 1 : at(VmConf.CLOSE) ? -1 : 0;
            window.consume();
        }
    }

    /// Skips the rest of a line of the top level, over blocks that it opens.
    void skipLine() {
        skipDirective();
        while (at(VmConf.CLOSE)) {
            window.consume();
            skipDirective();
        }
    }

    /// Skips to a token of one of the types; stops before `}`, the end of the line and the end of
    /// input, too.
    void skipTo(org.antlr.v4.runtime.misc.IntervalSet types) {
        while (!atEnd() && !at(VmConf.NL) && !at(VmConf.CLOSE) && !types.contains(window.LA(1))) {
            window.consume();
        }
    }

    void skipNewlines() {
        while (at(VmConf.NL)) {
            window.consume();
        }
    }
}
