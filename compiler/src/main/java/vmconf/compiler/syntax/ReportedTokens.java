package vmconf.compiler.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vmconf.compiler.syntax.SyntaxProblem.Kind;
import vmconf.grammar.VmConf;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// The scanner's tokens as the parser takes them: those that cannot be read are reported, and those
/// that stand for a blank are passed over.
final class ReportedTokens {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /// How the bytes of a byte order mark of UTF-16 are decoded, in either order.
    private static final Set<String> UTF_16 = Set.of("\uDCFF\uDCFE", "\uDCFE\uDCFF");

    private final Scanner scanner;
    private final Complaints complaints;
    private final ForeignCharacters foreign;
    private final Set<SourceFile> filesWithCarriageReturns = new HashSet<>();
    private final Set<SourceFile> filesWithNulBytes = new HashSet<>();
    private boolean ended;

    ReportedTokens(Scanner scanner, Complaints complaints) {
        this.scanner = scanner;
        this.complaints = complaints;
        this.foreign = new ForeignCharacters(complaints);
    }

    Token next() {
        Token token = scanner.next();
        while (token.type() == VmConf.UNKNOWN && !ended && isBlank(token)) {
            token = scanner.next();
        }
        if (ended) {
            return Token.of(VmConf.EOF, "", token.span());
        }
        if (token.type() == VmConf.UNKNOWN && first(token) > '~') {
            return foreign.report(token);
        }
        if (token.problem().isPresent()) {
            report(token, token.problem().get());
        }
        return token;
    }

    /// Reports a character that is read as if it were a blank; whether it is one.
    private boolean isBlank(Token token) {
        return switch (first(token)) {
            case '\r' -> {
                reportCarriageReturn(token);
                yield true;
            }
            case 0 -> !firstNulByte(token);
            case BYTE_ORDER_MARK -> startsFile(token) && reportByteOrderMark(token);
            case '\uDCFF', '\uDCFE' -> {
                ended = startsFile(token) && isUtf16(token);
                yield false;
            }
            default -> foreign.isBlank(token);
        };
    }

    /// A NUL byte has no text.
    private static char first(Token token) {
        return token.text().isEmpty() ? 0 : token.text().charAt(0);
    }

    /// The file was saved with the line ends of another system.
    private void reportCarriageReturn(Token token) {
        if (!filesWithCarriageReturns.add(token.span().file())) {
            return;
        }
        complaints.addUnreadable(
                SyntaxProblem.of(
                                Kind.CARRIAGE_RETURN,
                                token.span(),
                                "carriage return, which vmd does not take for a blank")
                        .withHelp("save the file with LF line ends")
                        .withRepair(
                                new SyntaxProblem.Repair(
                                        "write LF line ends", true, withoutReturns(token.span()))));
    }

    private static List<SyntaxProblem.Edit> withoutReturns(Span first) {
        List<SyntaxProblem.Edit> edits = new ArrayList<>();
        String text = first.file().text();
        for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
            boolean lineEnd = at + 1 < text.length() && text.charAt(at + 1) == '\n';
            if (lineEnd || at == first.start()) {
                Span span = new Span(first.file(), at, at + 1, first.origin());
                edits.add(new SyntaxProblem.Edit(span, lineEnd ? "" : " "));
            }
        }
        return edits;
    }

    /// Every further one tells nothing new.
    private boolean firstNulByte(Token token) {
        return filesWithNulBytes.add(token.span().file());
    }

    private static boolean startsFile(Token token) {
        return token.span().start() == 0 && token.span().origin().expansion().isEmpty();
    }

    private boolean reportByteOrderMark(Token token) {
        complaints.addUnreadable(
                SyntaxProblem.of(
                                Kind.BYTE_ORDER_MARK,
                                token.span(),
                                "byte order mark, which vmd does not take for a blank")
                        .withHelp("save the file as UTF-8 without a byte order mark")
                        .withRepair(
                                SyntaxProblem.Repair.replace(
                                        "remove the byte order mark", true, token.span(), "")));
        return true;
    }

    /// Nothing of such a file can be read.
    private boolean isUtf16(Token token) {
        String text = token.span().file().text();
        boolean utf16 = UTF_16.contains(text.substring(0, Math.min(2, text.length())));
        if (utf16) {
            complaints.addUnreadable(
                    SyntaxProblem.of(Kind.BYTE_ORDER_MARK, token.span(), "the file is UTF-16")
                            .withHelp("save the file as UTF-8 without a byte order mark"));
        }
        return utf16;
    }

    private void report(Token token, LexicalProblem problem) {
        complaints.addUnreadable(described(token, problem));
        boolean restIsLost =
                switch (problem) {
                    case LexicalProblem.TooLong _ -> true;
                    case LexicalProblem.NulByte(var quoted) -> quoted;
                    case LexicalProblem.UndefinedMacro _,
                            LexicalProblem.UnterminatedString _,
                            LexicalProblem.NumberOutOfRange _,
                            LexicalProblem.ForeignCharacter _ ->
                            false;
                };
        if (restIsLost) {
            scanner.skipLine(false);
        }
    }

    private static SyntaxProblem described(Token token, LexicalProblem problem) {
        return switch (problem) {
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
                    SyntaxProblem.of(
                                    Kind.NUL_BYTE,
                                    token.span(),
                                    "a NUL byte, where vmd stops reading")
                            .withHelp("everything behind it is ignored, in including files too");
            case LexicalProblem.NumberOutOfRange(var digits) ->
                    unreadable(token, "number \"" + digits + "\" does not fit into 64 bits");
            case LexicalProblem.ForeignCharacter _ -> unreadable(token, "foreign character");
        };
    }

    private static SyntaxProblem unreadable(Token token, String message) {
        return SyntaxProblem.of(Kind.TOKEN, token.span(), message);
    }
}
