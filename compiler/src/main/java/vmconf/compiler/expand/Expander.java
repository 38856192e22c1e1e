package vmconf.compiler.expand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vmconf.compiler.expand.FollowedInclude.Outcome;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Line;
import vmconf.compiler.syntax.LineParser;
import vmconf.compiler.syntax.Scanner;
import vmconf.compiler.syntax.SyntaxProblem;
import vmconf.compiler.syntax.Token;
import vmconf.compiler.syntax.Vocabulary;
import vmconf.source.Origin;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.source.Span;

/// Reads a file line by line; a macro or an include takes effect before the next line is read.
public final class Expander {
    /// How deep includes may nest.
    public static final int MAX_DEPTH = 100;

    /// How much text may be read in all, in characters.
    public static final long MAX_TEXT = 256L << 20;

    private final Sources sources;
    private final Scanner scanner;
    private final LineParser parser;
    private final MacroTable macros;
    private final List<FollowedInclude> includes = new ArrayList<>();
    private final List<SyntaxProblem> problems = new ArrayList<>();
    private final List<LiteralName> literals = new ArrayList<>();
    private final Set<Directive> faulty = Collections.newSetFromMap(new IdentityHashMap<>());
    private long textRead;

    private Expander(
            SourceFile file, Sources sources, Target target, List<CommandLineMacro> commandLine) {
        this.sources = sources;
        this.macros = new MacroTable(commandLine);
        Vocabulary vocabulary = target.vocabulary();
        this.scanner = new Scanner(file, vocabulary, macros);
        this.parser = new LineParser(scanner, vocabulary);
        this.textRead = file.text().length();
    }

    /// Reads a file and all that it includes. Nothing throws for bad input.
    public static Config expand(
            SourceFile file, Sources sources, Target target, List<CommandLineMacro> commandLine) {
        Expander expander = new Expander(file, sources, target, commandLine);
        List<Directive> statements = expander.statements();
        return new Config(
                file,
                target,
                statements,
                expander.macros.definitions(),
                expander.includes,
                new Reading(
                        expander.problems,
                        expander.references(),
                        expander.faulty,
                        expander.scanner.remarks(),
                        expander.scanner.traps()));
    }

    private List<Directive> statements() {
        List<Directive> statements = new ArrayList<>();
        for (Optional<Line> line = parser.next(); line.isPresent(); line = parser.next()) {
            problems.addAll(line.get().problems());
            noteLiterals(line.get());
            if (!line.get().problems().isEmpty()) {
                faulty.addAll(line.get().directives());
            }
            for (Directive directive : line.get().directives()) {
                statements.add(directive);
                take(directive);
            }
        }
        return statements;
    }

    /// Before the line defines a macro itself.
    private void noteLiterals(Line line) {
        List<Token> words = scanner.takeDollarWords();
        if (!words.isEmpty()) {
            Optional<Directive> directive = line.directives().stream().findFirst();
            literals.addAll(LiteralName.in(words, directive, macros::defined));
        }
    }

    private List<LiteralReference> references() {
        return literals.stream().flatMap(each -> each.reference(macros::defined).stream()).toList();
    }

    private void take(Directive directive) {
        if (directive instanceof Directive.Macro macro) {
            macros.define(macro);
        } else if (directive instanceof Directive.Include include && include.path().known()) {
            includes.add(new FollowedInclude(include, follow(include)));
        }
    }

    private Outcome follow(Directive.Include include) {
        String path = include.path().text();
        Span at = include.span();
        Optional<Origin.Inclusion> outer = at.origin().inclusion();
        int depth = outer.map(Origin.Inclusion::depth).orElse(0) + 1;
        Optional<Span> cycle = cycle(path, at);
        if (cycle.isPresent()) {
            return new Outcome.Cycle(cycle.get());
        }
        if (depth > MAX_DEPTH) {
            return new Outcome.Limit("includes are nested more than " + MAX_DEPTH + " deep");
        }
        // Not a switch: the class that one over patterns needs is made anew at every start.
        Sources.Answer answer = sources.read(path);
        return answer instanceof Sources.Answer.Refused(var reason)
                ? new Outcome.Unreadable(reason, beside(at.file(), path))
                : enter(((Sources.Answer.Found) answer).file(), new Origin.Inclusion(at, depth));
    }

    private Outcome enter(SourceFile file, Origin.Inclusion inclusion) {
        textRead += file.text().length();
        if (textRead > MAX_TEXT) {
            return new Outcome.Limit("more than " + (MAX_TEXT >> 20) + " MiB of text in all");
        }
        scanner.enter(file, inclusion);
        return new Outcome.Read();
    }

    /// The path that was meant by somebody who took it as relative to the including file.
    private Optional<String> beside(SourceFile including, String path) {
        int slash = including.name().lastIndexOf('/');
        if (slash < 0 || path.startsWith("/") || textRead > MAX_TEXT) {
            return Optional.empty();
        }
        String name = path.startsWith("./") ? path.substring(2) : path;
        String other = including.name().substring(0, slash + 1) + name;
        if (sources.read(other) instanceof Sources.Answer.Found(var file)) {
            textRead += file.text().length();
            return Optional.of(other).filter(_ -> !file.text().isEmpty());
        }
        return Optional.empty();
    }

    /// The include that brought in a file of that path, when it is still being read; for the top
    /// file, the whole.
    private static Optional<Span> cycle(String path, Span at) {
        Span place = at;
        while (true) {
            Optional<Origin.Inclusion> inclusion = place.origin().inclusion();
            if (place.file().name().equals(path)) {
                return Optional.of(inclusion.map(Origin.Inclusion::at).orElse(at));
            }
            if (inclusion.isEmpty()) {
                return Optional.empty();
            }
            place = inclusion.get().at();
        }
    }
}
