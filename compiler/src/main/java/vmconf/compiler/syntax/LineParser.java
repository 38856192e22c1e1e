package vmconf.compiler.syntax;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.atn.PredictionMode;
import vmconf.compiler.syntax.SyntaxProblem.Kind;
import vmconf.grammar.VmConf;
import vmconf.source.SourceFile;

/// Parses one line of the top level after the other; a block counts as one line.
///
/// A token is made only when the line needs it. So the caller can define the macro of a line, or
/// have the
/// scanner enter the file that it includes, before the next line is read.
public final class LineParser {
    private final Scanner scanner;
    private final TokenWindow window;
    private final Complaints complaints;
    private final VmConf parser;
    private final Set<SourceFile> filesWithCarriageReturns = new HashSet<>();

    public LineParser(Scanner scanner, Vocabulary vocabulary) {
        this.scanner = scanner;
        this.window = new TokenWindow(this::nextToken);
        this.complaints = new Complaints(window, vocabulary);
        this.parser = new VmConf(window);
        parser.removeErrorListeners();
        parser.setErrorHandler(new Recovery(window, complaints));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    }

    /// The next line, or nothing at the end of all input.
    public Optional<Line> next() {
        window.startLine();
        complaints.startLine();
        if (window.ahead(1).token().isEnd()) {
            return complaints.problems().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Line(List.of(), complaints.problems()));
        }
        VmConf.LineContext line = parser.line();
        if (window.index() == 0) {
            window.consume();
        }
        return Optional.of(new Line(LineBuilder.directives(line), complaints.problems()));
    }

    private Token nextToken() {
        Token token = scanner.next();
        while (token.type() == VmConf.UNKNOWN && token.text().equals("\r")) {
            reportCarriageReturn(token);
            token = scanner.next();
        }
        Token read = token;
        read.problem().ifPresent(problem -> report(read, problem));
        return read;
    }

    /// Once a file is enough: it was saved with the line ends of another system.
    private void reportCarriageReturn(Token token) {
        if (filesWithCarriageReturns.add(token.span().file())) {
            complaints.addUnreadable(
                    unreadable(token, "carriage return, which vmd does not take for a blank")
                            .withHelp("save the file with LF line ends"));
        }
    }

    private void report(Token token, LexicalProblem problem) {
        SyntaxProblem report =
                switch (problem) {
                    case LexicalProblem.UndefinedMacro(var name) ->
                            SyntaxProblem.of(
                                    Kind.UNDEFINED_MACRO,
                                    token.span(),
                                    "macro \"" + name + "\" is not defined");
                    case LexicalProblem.TooLong(var limit) ->
                            unreadable(token, "longer than %d bytes".formatted(limit));
                    case LexicalProblem.UnterminatedString _ ->
                            unreadable(token, "the file ends inside quotes that start here");
                    case LexicalProblem.NulByte _ ->
                            unreadable(token, "a NUL byte, where vmd stops reading");
                    case LexicalProblem.NumberOutOfRange(var digits) ->
                            unreadable(
                                    token, "number \"" + digits + "\" does not fit into 64 bits");
                };
        complaints.addUnreadable(report);
        boolean restIsLost =
                switch (problem) {
                    case LexicalProblem.TooLong _ -> true;
                    case LexicalProblem.NulByte(var quoted) -> quoted;
                    case LexicalProblem.UndefinedMacro _,
                            LexicalProblem.UnterminatedString _,
                            LexicalProblem.NumberOutOfRange _ ->
                            false;
                };
        if (restIsLost) {
            scanner.skipLine(false);
        }
    }

    private static SyntaxProblem unreadable(Token token, String message) {
        return SyntaxProblem.of(Kind.TOKEN, token.span(), message);
    }
}
