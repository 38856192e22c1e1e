package vmconf.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.syntax.SyntaxProblem.Edit;
import vmconf.compiler.syntax.SyntaxProblem.Kind;
import vmconf.compiler.syntax.SyntaxProblem.Repair;
import vmconf.grammar.VmConf;
import vmconf.source.Span;

/// Characters beyond ASCII outside quotes, mostly put there by a word processor or a web page in
/// place of a plain one.
///
/// Those of one line are one problem, as all of them must go together.
final class ForeignCharacters {
    private final Complaints complaints;
    private Optional<SyntaxProblem> last = Optional.empty();
    private int lastEnd;
    private boolean allKnown;

    ForeignCharacters(Complaints complaints) {
        this.complaints = complaints;
    }

    /// Reports a blank of another alphabet; whether the character is one.
    boolean isBlank(Token token) {
        if (Character.getType(token.text().charAt(0)) != Character.SPACE_SEPARATOR
                || token.text().equals(" ")) {
            return false;
        }
        report(token);
        return true;
    }

    /// Reports a character.
    ///
    /// @return a word that nothing is known of, as a part of one may stand behind it
    Token report(Token token) {
        Foreign foreign = Foreign.of(token);
        List<Edit> edits = new ArrayList<>();
        if (token.span().origin().expansion().isEmpty()) {
            foreign.twin().ifPresent(twin -> edits.add(new Edit(token.span(), twin)));
        }
        Optional<SyntaxProblem> before = last.filter(problem -> isOnLineOf(problem, token));
        if (before.isPresent()) {
            before.get().repair().ifPresent(repair -> extend(before.get(), repair, edits));
        } else {
            SyntaxProblem problem =
                    SyntaxProblem.of(Kind.FOREIGN_CHARACTER, token.span(), foreign.message())
                            .withHelp(foreign.help());
            allKnown = true;
            last = Optional.of(edits.isEmpty() ? problem : problem.withRepair(repair(edits, true)));
            complaints.addUnreadable(last.get());
        }
        lastEnd = token.span().end();
        return new Token(
                VmConf.WORD,
                token.text(),
                token.span(),
                false,
                Optional.of(new LexicalProblem.ForeignCharacter()));
    }

    private boolean isOnLineOf(SyntaxProblem problem, Token token) {
        Span span = token.span();
        if (problem.span().file() != span.file() || span.start() < lastEnd) {
            return false;
        }
        int newline = span.file().text().indexOf('\n', lastEnd);
        return newline < 0 || newline >= span.start();
    }

    private void extend(SyntaxProblem problem, Repair repair, List<Edit> more) {
        List<Edit> edits = new ArrayList<>(repair.edits());
        edits.addAll(more);
        allKnown &= !more.isEmpty();
        SyntaxProblem extended = problem.withRepair(repair(edits, allKnown));
        complaints.replace(problem, extended);
        last = Optional.of(extended);
    }

    /// Safe only where every quote has its partner.
    private static Repair repair(List<Edit> edits, boolean known) {
        long quotes = edits.stream().filter(edit -> edit.text().equals("\"")).count();
        long single = edits.stream().filter(edit -> edit.text().equals("'")).count();
        boolean paired = quotes % 2 == 0 && single % 2 == 0;
        return new Repair("write plain characters", known && paired, edits);
    }
}
