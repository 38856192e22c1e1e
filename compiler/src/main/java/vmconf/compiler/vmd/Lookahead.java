package vmconf.compiler.vmd;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vmconf.compiler.syntax.LexicalProblem;
import vmconf.compiler.syntax.Scanner;
import vmconf.compiler.syntax.Token;
import vmconf.grammar.VmConf;

/// The token ahead and the recovery of vmd's generated parser (`vmconf-language` section 4).
///
/// A token is read only when [#peek] is called: exactly where the tables of vmd's LALR(1) parser
/// need one, so that errors carry vmd's line numbers and an `include` takes effect at the right
/// moment. `quiet` is yacc's count of tokens that must be accepted before another syntax error is
/// printed.
final class Lookahead {
    /// Stands for a token that the lexer has complained about; it fits nowhere.
    private static final int ERROR = -2;

    /// Accepted tokens after which a syntax error is printed again.
    private static final int QUIET = 3;

    private final Scanner scanner;
    private final Report report;
    private @Nullable Token ahead;
    private int type;
    private int quiet;

    Lookahead(Scanner scanner, Report report) {
        this.scanner = scanner;
        this.report = report;
    }

    /// The type of the token ahead.
    int peek() {
        if (ahead == null) {
            ahead = scanner.next();
            type = judge(ahead);
        }
        return type;
    }

    /// Accepts the token ahead and gives its text.
    String accept() {
        peek();
        Token token = ahead;
        ahead = null;
        quiet = Math.max(0, quiet - 1);
        return token == null ? "" : token.text();
    }

    /// Accepts the token ahead, which must be of that type.
    String accept(int expected) throws Restart {
        if (peek() != expected) {
            throw Restart.syntax();
        }
        return accept();
    }

    /// The token ahead must be one of these, though it is not accepted yet.
    void require(Set<Integer> types) throws Restart {
        if (!types.contains(peek())) {
            throw Restart.syntax();
        }
    }

    void skipNewlines() {
        while (peek() == VmConf.NL) {
            accept();
        }
    }

    /// Drops the unfinished statement and everything up to the end of the line.
    ///
    /// @return whether there was an end of line; without one the parser gives up
    boolean recover(Restart why) {
        if (!why.printed() && quiet == 0) {
            report.error("syntax error");
        }
        quiet = QUIET;
        while (peek() != VmConf.NL) {
            if (type == VmConf.EOF) {
                return false;
            }
            ahead = null;
        }
        accept();
        report.countError();
        return true;
    }

    private int judge(Token token) {
        report.followFiles();
        if (token.problem().isEmpty()) {
            return token.type();
        }
        return switch (token.problem().get()) {
            case LexicalProblem.UndefinedMacro(var name) ->
                    complain("macro '" + name + "' not defined");
            case LexicalProblem.TooLong _ -> complain("string too long");
            case LexicalProblem.NumberOutOfRange(var digits) ->
                    complain(
                            "\"%s\" invalid number: too %s"
                                    .formatted(digits, digits.startsWith("-") ? "small" : "large"));
            // Our own reader's alone.
            case LexicalProblem.ForeignCharacter _ -> VmConf.UNKNOWN;
            case LexicalProblem.NulByte(var quoted) ->
                    quoted ? complain("syntax error") : VmConf.EOF;
            case LexicalProblem.UnterminatedString _ -> {
                String file = token.span().file().name();
                report.error(file, "reached end of file while parsing quoted string");
                yield token.span().origin().inclusion().isEmpty() ? VmConf.EOF : VmConf.WORD;
            }
        };
    }

    /// The lexer's own complaint; it skips the rest of the line with its end.
    private int complain(String message) {
        report.error(message);
        scanner.skipLine(true);
        return ERROR;
    }
}
