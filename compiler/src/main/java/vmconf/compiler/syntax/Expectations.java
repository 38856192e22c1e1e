package vmconf.compiler.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmconf.compiler.syntax.Expectation.ExpectedArgument;
import vmconf.compiler.syntax.Expectation.ExpectedKeyword;
import vmconf.compiler.syntax.Expectation.Prefix;
import vmconf.compiler.syntax.Expectation.Style;
import vmconf.grammar.VmConf;
import vmconf.source.SourceFile;

/// Finds out what may stand at a place of a file that is being written.
///
/// The text up to there is read as always, by the scanner and by the parser with its recovery,
/// which finds the unfinished line of the top level; the grammar is then walked along that line.
public final class Expectations {
    private static final Pattern MACRO_START = Pattern.compile("\\$([A-Za-z0-9_]*)$");

    private final Vocabulary vocabulary;
    private final List<Macros.Macro> macros;

    /// @param macros the macros that are defined at the place
    public Expectations(Vocabulary vocabulary, List<Macros.Macro> macros) {
        this.vocabulary = vocabulary;
        this.macros = List.copyOf(macros);
    }

    /// What may stand at an offset of a file. What stands behind it plays no role.
    public Expectation at(SourceFile file, int caret) {
        String before = file.text().substring(0, caret);
        Matcher macro = MACRO_START.matcher(before);
        if (macro.find()) {
            UnfinishedLine line = read(before.substring(0, macro.start()));
            boolean starts = line.prefix().text().isEmpty();
            Prefix prefix = new Prefix(macro.start() + 1, macro.group(1), Style.MACRO);
            return starts && line.prefix().style() == Style.BARE && line.open()
                    ? inMacro(line, prefix)
                    : Expectation.nothing(caret);
        }
        UnfinishedLine line = read(before);
        return line.open() ? inLine(line) : Expectation.nothing(caret);
    }

    private UnfinishedLine read(String text) {
        return UnfinishedLine.of(SourceFile.of("", text), vocabulary, this::use);
    }

    private Optional<Macros.Macro> use(String name) {
        return macros.stream().filter(macro -> macro.name().equals(name)).findFirst();
    }

    private Expectation inMacro(UnfinishedLine line, Prefix prefix) {
        List<Macros.Macro> fitting =
                CaretWalk.along(line.tokens()).stream()
                        .flatMap(walk -> macros.stream().filter(macro -> fits(walk, macro)))
                        .toList();
        return new Expectation(prefix, List.of(), List.of(), fitting);
    }

    private boolean fits(GrammarWalk walk, Macros.Macro macro) {
        SourceFile value = SourceFile.of("", macro.value());
        Scanner scanner = new Scanner(value, vocabulary, name -> Optional.empty());
        Optional<GrammarWalk> at = Optional.of(walk);
        for (Token token = scanner.next(); !token.isEnd(); token = scanner.next()) {
            boolean made = token.isNewline() && token.span().start() >= macro.value().length();
            if (!made) {
                int type = token.type();
                at = at.flatMap(each -> each.step(type));
            }
        }
        return at.isPresent();
    }

    private Expectation inLine(UnfinishedLine line) {
        List<Token> tokens = line.tokens();
        Optional<GrammarWalk> walk = CaretWalk.along(tokens);
        if (walk.isEmpty()) {
            return Expectation.nothing(line.prefix().start());
        }
        ExpectedWords words = new ExpectedWords(vocabulary, tokens);
        Set<ExpectedKeyword> keywords = new LinkedHashSet<>();
        Set<ExpectedArgument> arguments = new LinkedHashSet<>();
        for (GrammarWalk.Place place : walk.get().places()) {
            for (int type : GrammarWalk.types(place)) {
                if (type == VmConf.WORD || type == VmConf.INT) {
                    words.argument(place.frame()).ifPresent(arguments::add);
                } else if (line.prefix().style() == Style.BARE) {
                    words.keyword(place.frame(), type).ifPresent(keywords::add);
                }
            }
        }
        List<ExpectedKeyword> sorted = new ArrayList<>(keywords);
        sorted.sort(ExpectedWords.BY_SCHEMA);
        return new Expectation(line.prefix(), sorted, List.copyOf(arguments), List.of());
    }
}
