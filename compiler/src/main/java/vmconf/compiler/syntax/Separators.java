package vmconf.compiler.syntax;

import java.util.Optional;
import vmconf.compiler.syntax.SyntaxProblem.Kind;
import vmconf.grammar.VmConf;
import vmconf.source.Span;

/// The problems between directives: new lines, commas and braces, and their words.
final class Separators {
    private static final String UNITS = "KMGTkmgt";
    private static final int LONGEST_UNIT = 5;

    private final TokenWindow window;
    private final Repairs repairs;

    Separators(TokenWindow window) {
        this.window = window;
        this.repairs = new Repairs(window);
    }

    /// Something behind a complete directive.
    SyntaxProblem trailing(ParserToken token) {
        String text = token.getText();
        if (!token.token().quoted() && (text.equals(",") || text.equals(";"))) {
            return SyntaxProblem.of(
                            Kind.SEPARATOR,
                            window.place(token),
                            "no \"" + text + "\" between options")
                    .withHelp("write one option a line")
                    .withRepair(repairs.withoutSeparator(token));
        }
        String message = "expected end of line, found " + Wording.found(token);
        SyntaxProblem problem = SyntaxProblem.of(Kind.UNEXPECTED, window.place(token), message);
        Optional<Span> number = numberBefore(token);
        return number.isEmpty()
                ? problem
                : problem.withHelp("write the unit directly behind the number")
                        .withRepair(Repairs.joined(number.get(), token.token().span()));
    }

    /// The number in front of a word that looks like its unit.
    private Optional<Span> numberBefore(ParserToken token) {
        String unit = token.getText();
        int before = token.getTokenIndex() - 1;
        boolean looksLikeUnit =
                !unit.isEmpty()
                        && UNITS.indexOf(unit.charAt(0)) >= 0
                        && unit.length() <= LONGEST_UNIT;
        return looksLikeUnit
                        && before > 0
                        && window.get(before).getType() == VmConf.INT
                        && window.get(before - 1).getType() == VmConf.MEMORY
                ? Optional.of(window.get(before).token().span())
                : Optional.empty();
    }

    /// A directive or `}` that needs a line of its own.
    SyntaxProblem ownLine(ParserToken token) {
        String message = Wording.found(token) + " must stand on a line of its own";
        return SyntaxProblem.of(Kind.SEPARATOR, window.place(token), message)
                .withHelp(
                        token.getType() == VmConf.CLOSE
                                ? Optional.empty()
                                : Optional.of("write one option a line"))
                .withRepair(repairs.ownLine(token));
    }

    SyntaxProblem comma(ParserToken token) {
        return SyntaxProblem.of(
                        Kind.SEPARATOR,
                        window.place(token),
                        "no comma between the options of an interface block")
                .withHelp("separate them by blanks or new lines")
                .withRepair(Repairs.withoutComma(window.place(token)));
    }

    SyntaxProblem braceOnNextLine(ParserToken token) {
        return SyntaxProblem.of(
                        Kind.SEPARATOR,
                        window.place(token),
                        "\"{\" must stand on the line of the block's name")
                .withRepair(repairs.braceMoved());
    }

    SyntaxProblem missingBrace(ParserToken token) {
        return SyntaxProblem.of(
                        Kind.UNEXPECTED, window.place(token), "expected \"{\", found end of line")
                .withRepair(repairs.braceAdded());
    }
}
