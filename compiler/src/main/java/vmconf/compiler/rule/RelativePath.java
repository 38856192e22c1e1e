package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Word;
import vmconf.source.SourceFile;

/// Paths whose meaning depends on where vmd runs. A file that has one mostly has many, so one
/// finding a file speaks for all of them.
final class RelativePath implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM311",
                            Severity.NOTE,
                            "path depends on the working directory",
                            "vmd looks for relative paths, those of includes too, in the directory it runs in; as a daemon that is the root.",
                            """
                            vm "a" {
                                disk "images/a.img"
                            }
                            """,
                            """
                            vm "a" {
                                disk "/var/vm/images/a.img"
                            }
                            """)
                    .onlyOpenbsd();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Word> relative = new ArrayList<>();
        addRelative(Paths.ofIncludes(config), relative);
        addRelative(Paths.ofImages(config), relative);
        if (relative.isEmpty()) {
            return Stream.empty();
        }
        Map<SourceFile, List<Word>> byFile = new LinkedHashMap<>();
        for (Word path : relative) {
            byFile.computeIfAbsent(path.span().file(), file -> new ArrayList<>()).add(path);
        }
        return byFile.values().stream().map(RelativePath::finding);
    }

    private static void addRelative(List<Word> paths, List<Word> relative) {
        for (Word path : paths) {
            String text = path.text().stripLeading();
            if (!text.isEmpty()
                    && text.charAt(0) != '/'
                    && text.charAt(0) != '~'
                    && text.charAt(0) != '$') {
                relative.add(path);
            }
        }
    }

    private static Diagnostic finding(List<Word> paths) {
        paths.sort(Comparator.comparingInt(path -> path.span().start()));
        Word first = paths.getFirst();
        int more = paths.size() - 1;
        String others =
                switch (more) {
                    case 0 -> "";
                    case 1 -> ", as does another one in this file";
                    default -> ", as do %d more in this file".formatted(more);
                };
        return INFO.at(
                        first.span(),
                        "path \"%s\" depends on the directory in which vmd runs%s"
                                .formatted(first.text(), others))
                .withHelp("write paths from the root on");
    }
}
