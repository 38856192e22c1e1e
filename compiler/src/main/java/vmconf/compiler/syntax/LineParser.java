package vmconf.compiler.syntax;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.atn.PredictionMode;
import vmconf.grammar.VmConf;

/// Parses one line of the top level after the other; a block counts as one line.
///
/// A token is made only when the line needs it. So the caller can define the macro of a line, or
/// have the scanner enter the file that it includes, before the next line is read.
public final class LineParser {
    private final TokenWindow window;
    private final Complaints complaints;
    private final ReportedTokens tokens;
    private final VmConf parser;
    private final LineBuilder builder = new LineBuilder();

    public LineParser(Scanner scanner, Vocabulary vocabulary) {
        this.window = new TokenWindow(this::nextToken);
        this.complaints = new Complaints(window, vocabulary);
        this.tokens = new ReportedTokens(scanner, complaints);
        this.parser = new VmConf(window);
        parser.removeErrorListeners();
        parser.setBuildParseTree(false);
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
        return Optional.of(new Line(builder.directives(line), complaints.problems()));
    }

    private Token nextToken() {
        return tokens.next();
    }
}
