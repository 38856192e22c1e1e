package vmconf.compiler.fix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Fixes a file and all that it includes.
public final class Fixer {
    /// Most passes; a fix may make room for the next one.
    static final int MAX_PASSES = 20;

    private final Sources sources;
    private final Options options;
    private final boolean unsafe;
    private final Map<String, SourceFile> changed = new LinkedHashMap<>();
    private final Map<String, SourceFile> read = new LinkedHashMap<>();

    private Fixer(Sources sources, Options options, boolean unsafe) {
        this.sources = sources;
        this.options = options;
        this.unsafe = unsafe;
    }

    /// What came of fixing.
    ///
    /// @param changes the files that changed
    /// @param fixes how many fixes were applied
    /// @param rest what is left to say about the fixed text
    public record Fixed(List<Change> changes, int fixes, Compilation rest) {}

    /// A file before and after.
    public record Change(SourceFile before, SourceFile after) {}

    /// Applies the safe fixes, or all of them.
    public static Fixed fix(SourceFile file, Sources sources, Options options, boolean unsafe) {
        return new Fixer(sources, options, unsafe).run(file);
    }

    private Fixed run(SourceFile file) {
        read.put(file.name(), file);
        int fixes = 0;
        Compilation now = Compiler.check(file, this::source, options);
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            Edits edits = edits(now.diagnostics());
            if (edits.fixes() == 0) {
                break;
            }
            Map<String, SourceFile> before = Map.copyOf(changed);
            changed.putAll(edits.texts());
            Compilation next =
                    Compiler.check(changed.getOrDefault(file.name(), file), this::source, options);
            if (errors(next) > errors(now)) {
                changed.clear();
                changed.putAll(before);
                break;
            }
            fixes += edits.fixes();
            now = next;
        }
        return new Fixed(changes(), fixes, now);
    }

    private Edits edits(List<Diagnostic> findings) {
        Edits edits = new Edits();
        for (Diagnostic finding : findings) {
            Optional<Fix> fix = finding.fix().filter(each -> unsafe || each.safe());
            fix.ifPresent(edits::add);
        }
        return edits;
    }

    private static long errors(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(each -> each.severity() == vmconf.compiler.diagnostic.Severity.ERROR)
                .count();
    }

    private Sources.Answer source(String path) {
        SourceFile known = changed.get(path);
        if (known != null) {
            return new Sources.Answer.Found(known);
        }
        Sources.Answer answer = sources.read(path);
        if (answer instanceof Sources.Answer.Found(var file)) {
            read.putIfAbsent(path, file);
        }
        return answer;
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        changed.forEach(
                (name, after) -> {
                    SourceFile before = read.getOrDefault(name, after);
                    if (!before.text().equals(after.text())) {
                        changes.add(new Change(before, after));
                    }
                });
        return changes;
    }
}
