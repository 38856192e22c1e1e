package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.FollowedInclude;
import vmconf.compiler.fix.Fixer;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Vocabulary;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// A file with all that it includes, read and checked; an edit makes a new one in memory.
final class Tree {
    private final String top;
    private final Map<String, SourceFile> read;
    private final Sources sources;
    private final Options options;
    private final Compilation compilation;

    private Tree(String top, Map<String, SourceFile> known, Sources sources, Options options) {
        this.top = top;
        this.read = new HashMap<>(known);
        this.sources = sources;
        this.options = options;
        this.compilation = Compiler.check(top(), this::source, options);
    }

    static Tree read(SourceFile file, Sources sources, Options options) {
        return new Tree(file.name(), Map.of(file.name(), file), sources, options);
    }

    /// The same with other texts in the place of some.
    Tree with(Map<String, SourceFile> texts) {
        Map<String, SourceFile> known = new HashMap<>(read);
        known.putAll(texts);
        return new Tree(top, known, sources, options);
    }

    /// A file is read once, so that all that is said of it is about one text.
    private Sources.Answer source(String path) {
        SourceFile known = read.get(path);
        if (known != null) {
            return new Sources.Answer.Found(known);
        }
        Sources.Answer answer = sources.read(path);
        if (answer instanceof Sources.Answer.Found(var file)) {
            read.put(path, file);
        }
        return answer;
    }

    /// The file the user named.
    SourceFile top() {
        return Objects.requireNonNull(read.get(top));
    }

    /// The files that are read, by name, in reading order.
    Map<String, SourceFile> files() {
        Map<String, SourceFile> files = new LinkedHashMap<>();
        files.put(top, top());
        for (FollowedInclude include : config().includes()) {
            SourceFile file = read.get(include.directive().path().text());
            if (file != null && include.outcome() instanceof FollowedInclude.Outcome.Read) {
                files.putIfAbsent(file.name(), file);
            }
        }
        return files;
    }

    Config config() {
        return compilation.config();
    }

    List<Diagnostic> diagnostics() {
        return compilation.diagnostics();
    }

    Vocabulary vocabulary() {
        return options.target().vocabulary();
    }

    /// With the plan, which says where its values came from.
    Compilation compile() {
        return Compiler.compileWithProvenance(top(), this::source, options);
    }

    /// The statements that are made of the same characters as one of them, in reading order: a file
    /// may be included twice, with other macros.
    List<Directive> sameText(Directive statement) {
        return config().statements().stream()
                .filter(each -> each.span().startsWith(statement.span()))
                .toList();
    }

    /// The files in which two readings differ.
    List<Fixer.Change> changesFrom(Tree before) {
        List<Fixer.Change> changes = new ArrayList<>();
        before.files()
                .forEach(
                        (name, old) -> {
                            SourceFile now = read.getOrDefault(name, old);
                            if (!now.text().equals(old.text())) {
                                changes.add(new Fixer.Change(old, now));
                            }
                        });
        return changes;
    }
}
