package vmconf.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.syntax.LexicalProblem.NulByte;
import vmconf.compiler.syntax.LexicalProblem.NumberOutOfRange;
import vmconf.compiler.syntax.LexicalProblem.TooLong;
import vmconf.compiler.syntax.LexicalProblem.UndefinedMacro;
import vmconf.compiler.syntax.LexicalProblem.UnterminatedString;
import vmconf.grammar.VmConf;
import vmconf.source.Origin;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// The tokens of a file and of what it includes, with macros expanded, exactly as vmd reads them
/// (`vmconf-language` 1 and 2).
///
/// Tokens are made one at a time, so that the reader of a line can define a macro or enter a file
/// before the next one is made. A token with a problem is still delivered; what to do with the rest
/// of its line is up to the caller, who may [skip it][#skipLine].
public final class Scanner {
    /// Longest content of a quoted string in bytes.
    static final int MAX_STRING = 8094;

    /// Longest bare word or number in bytes.
    static final int MAX_WORD = 8095;

    /// Longest macro name in bytes.
    static final int MAX_MACRO_NAME = 8093;

    private final CharReader reader;
    private final Vocabulary vocabulary;
    private final Macros macros;
    private final StringBuilder text = new StringBuilder();
    private final WordPosition position = new WordPosition();

    private final List<Remark> remarks = new ArrayList<>();
    private List<Token> dollarWords = new ArrayList<>();
    private final TextTraps traps = new TextTraps();

    private int start;
    private int end;
    private Origin origin = Origin.WRITTEN;
    private SourceFile file;
    private int line = 1;

    public Scanner(SourceFile top, Vocabulary vocabulary, Macros macros) {
        this.reader = new CharReader(top);
        this.vocabulary = vocabulary;
        this.macros = macros;
        this.file = top;
    }

    /// Goes on with another file; when it ends, with what follows here.
    public void enter(SourceFile file, Origin.Inclusion inclusion) {
        reader.enter(file, new Origin(Optional.of(inclusion), Optional.empty()));
    }

    /// Skips what is left of the current line.
    ///
    /// @param newline skip the end of the line too, as vmd does after a token with a problem
    public void skipLine(boolean newline) {
        int c = reader.unquoted();
        while (c != '\n' && c != CharReader.EOF) {
            c = reader.unquoted();
        }
        if (c == '\n' && newline) {
            reader.countLine();
        } else if (c == '\n') {
            reader.unread(c);
        }
    }

    /// The next token; at the end of all input one of type [VmConf#EOF], again and again.
    public Token next() {
        Token token = read();
        position.pass(token.type());
        return token;
    }

    private Token read() {
        while (true) {
            int c = firstCharacter();
            if (c != '$' || reader.expanding()) {
                return token(c);
            }
            Optional<Token> problem = expandMacro();
            if (problem.isPresent()) {
                return problem.get();
            }
        }
    }

    /// The line on which the last token starts, as vmd counts it.
    public int line() {
        return line;
    }

    /// The file that is read now.
    public SourceFile file() {
        return reader.file();
    }

    /// How many files are open, from 1.
    public int depth() {
        return reader.depth();
    }

    /// The comments read so far that speak to this program.
    public List<Remark> remarks() {
        return remarks;
    }

    /// The words since the last call in which a `$` stands that began no macro.
    public List<Token> takeDollarWords() {
        if (dollarWords.isEmpty()) {
            return List.of();
        }
        List<Token> taken = dollarWords;
        dollarWords = new ArrayList<>();
        return taken;
    }

    private Token noteDollar(Token word) {
        if (word.text().indexOf('$') >= 0) {
            dollarWords.add(word);
        }
        return word;
    }

    /// The places read so far that can be read, but not as they look.
    public List<TextTrap> traps() {
        return traps.all(reader);
    }

    private int firstCharacter() {
        int c = reader.unquoted();
        while (c == ' ' || c == '\t') {
            c = reader.unquoted();
        }
        line = reader.line();
        while (c == '#') {
            int hash = reader.start;
            boolean remark = Remark.startsAt(reader.file().text(), hash) && !reader.expanding();
            int before = reader.continuations().size();
            do {
                reader.skipComment();
                c = reader.unquoted();
            } while (c != '\n' && c != CharReader.EOF);
            traps.commentContinued(reader.continuations(), before);
            if (remark) {
                Span comment = new Span(reader.file(), hash, reader.start, reader.fileOrigin());
                remarks.add(new Remark(comment));
            }
        }
        text.setLength(0);
        file = reader.file();
        start = reader.start;
        end = reader.end;
        origin = reader.origin;
        return c;
    }

    private Token token(int c) {
        if (c == '"' || c == '\'') {
            return quoted(c);
        }
        if (CharClass.digit(c) || c == '-') {
            Optional<Token> number = number(c);
            if (number.isPresent()) {
                return number.get();
            }
            c = reader.unquoted();
            end = reader.end;
        }
        if (CharClass.startsWord(c)) {
            return word(c);
        }
        return switch (c) {
            case '\n' -> {
                line = reader.line();
                reader.countLine();
                yield plain(VmConf.NL, "\n");
            }
            case CharReader.EOF -> plain(VmConf.EOF, "");
            case '=' -> plain(VmConf.EQUALS, "=");
            case '{' -> plain(VmConf.OPEN, "{");
            case '}' -> plain(VmConf.CLOSE, "}");
            case ',' -> plain(VmConf.COMMA, ",");
            case 0 -> broken(VmConf.UNKNOWN, new NulByte(false));
            default -> plain(VmConf.UNKNOWN, Character.toString(c));
        };
    }

    private Optional<Token> expandMacro() {
        int c = reader.unquoted();
        while (CharClass.continuesMacroName(c)) {
            append(c);
            if (text.length() > MAX_MACRO_NAME) {
                return Optional.of(broken(VmConf.WORD, new TooLong(MAX_MACRO_NAME)));
            }
            c = reader.unquoted();
        }
        reader.unread(c);
        String name = text.toString();
        Optional<Macros.Macro> macro = macros.use(name);
        if (macro.isEmpty()) {
            return Optional.of(broken(VmConf.WORD, new UndefinedMacro(name)));
        }
        insert(macro.get());
        return Optional.empty();
    }

    private void insert(Macros.Macro macro) {
        Origin expansion =
                new Origin(
                        reader.fileOrigin().inclusion(),
                        Optional.of(new Origin.Expansion(macro.name(), macro.definition())));
        reader.unread(CharReader.END_EXPANSION, start, end, expansion);
        String value = macro.value();
        for (int i = value.length() - 1; i >= 0; i--) {
            reader.unread(value.charAt(i), start, end, expansion);
        }
        reader.unread(CharReader.START_EXPANSION, start, end, expansion);
    }

    private Token quoted(int quote) {
        QuotedString string = new QuotedString(reader, quote);
        int bytes = takeQuoted(quote, 0);
        while (bytes <= MAX_STRING) {
            int c = string.next();
            if (c == QuotedString.CLOSED) {
                return closed(string);
            }
            if (c == CharReader.EOF) {
                return unterminated();
            }
            if (c == 0) {
                end = Math.max(end, reader.end);
                return broken(VmConf.WORD, new NulByte(true));
            }
            if (CharClass.control(c)) {
                trap(TextTrap.Kind.CONTROL_CHARACTER, reader.start, reader.end);
            }
            append(c);
            bytes = takeQuoted(quote, bytes + CharClass.bytes(c));
        }
        return broken(VmConf.WORD, new TooLong(MAX_STRING));
    }

    /// Takes what is plain ahead, at most one byte more than a string can hold.
    ///
    /// @param bytes of the string so far
    /// @return the same with what was taken
    private int takeQuoted(int quote, int bytes) {
        int before = text.length();
        reader.takeQuoted(text, quote, MAX_STRING + 1 - bytes);
        end = Math.max(end, text.length() > before ? reader.end : end);
        return bytes + text.length() - before;
    }

    private Token closed(QuotedString string) {
        end = Math.max(end, reader.end);
        trap(TextTrap.Kind.STRING_OVER_LINES, start, string.firstLineEnd());
        trap(TextTrap.Kind.KEPT_BACKSLASH, string.firstBackslash(), string.firstBackslash() + 1);
        return noteDollar(new Token(VmConf.WORD, text.toString(), span(), true, Optional.empty()));
    }

    /// Text that a macro yielded was judged where it was defined.
    ///
    /// @param until below 1 when there is none
    private void trap(TextTrap.Kind kind, int from, int until) {
        if (until > 0 && origin.expansion().isEmpty()) {
            traps.add(kind, new Span(file, from, until, origin));
        }
    }

    /// An included file that ends inside quotes is left at once; the string ends there.
    private Token unterminated() {
        end = Math.max(end, reader.end);
        Token token = broken(VmConf.WORD, new UnterminatedString());
        reader.leaveFile();
        return token;
    }

    /// A number, or nothing when the characters make no number and have been put back.
    private Optional<Token> number(int first) {
        Marks marks = new Marks();
        int c = first;
        do {
            marks.add(c, reader);
            append(c);
            if (text.length() > MAX_WORD) {
                return Optional.of(broken(VmConf.INT, new TooLong(MAX_WORD)));
            }
            c = reader.unquoted();
        } while (CharClass.digit(c));
        boolean ended = c == CharReader.EOF || CharClass.endsNumber(c);
        reader.unread(c);
        if (ended && !text.toString().equals("-")) {
            return Optional.of(integer());
        }
        marks.putBack(reader);
        text.setLength(0);
        return Optional.empty();
    }

    private Token integer() {
        String digits = text.toString();
        try {
            Long.parseLong(digits);
            return plain(VmConf.INT, digits);
        } catch (NumberFormatException e) {
            return broken(VmConf.INT, new NumberOutOfRange(digits));
        }
    }

    private Token word(int first) {
        int c = first;
        do {
            append(c);
            reader.takeWord(text, MAX_WORD + 1 - text.length());
            end = Math.max(end, reader.end);
            if (text.length() > MAX_WORD) {
                return broken(VmConf.WORD, new TooLong(MAX_WORD));
            }
            c = reader.unquoted();
        } while (CharClass.continuesWord(c));
        reader.unread(c);
        String word = text.toString();
        return noteDollar(plain(type(word), word));
    }

    private int type(String word) {
        Optional<Keyword> keyword = vocabulary.keyword(word);
        boolean ordinary =
                keyword.isEmpty()
                        || (vocabulary.isOfOtherRelease(keyword.get()) && !isMeant(keyword.get()));
        if (ordinary) {
            return VmConf.WORD;
        }
        int type = keyword.get().tokenType();
        return type == 0 ? VmConf.UNKNOWN : type;
    }

    /// A word that only other releases reserve stands where it can be a keyword, and is not the
    /// name of a macro that is defined.
    private boolean isMeant(Keyword keyword) {
        return position.takes(keyword) && !(position.startsLine() && equalsFollows());
    }

    /// Blanks are not put back: the word has ended, and a blank that is read again makes the reader
    /// skip those of the file where it has got to by now.
    private boolean equalsFollows() {
        int c = reader.unquoted();
        while (c == ' ' || c == '\t') {
            c = reader.unquoted();
        }
        reader.unread(c);
        return c == '=';
    }

    private void append(int c) {
        text.append((char) c);
        end = Math.max(end, reader.end);
    }

    private Token plain(int type, String value) {
        return Token.of(type, value, span());
    }

    private Token broken(int type, LexicalProblem problem) {
        return new Token(type, text.toString(), span(), false, Optional.of(problem));
    }

    private Span span() {
        return new Span(file, start, end, origin);
    }
}
