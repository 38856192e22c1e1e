package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Word;

/// A path that relies on a shell to put somebody's home in place of `~`.
final class HomeInPath implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM310",
                            Severity.ERROR,
                            "\"~\" is not expanded",
                            "Only a shell puts a home folder in place of \"~\"; vmd looks for a folder of that name.",
                            """
                            vm "a" {
                                disk "~/vm/a.img"
                            }
                            """,
                            """
                            vm "a" {
                                disk "/home/joe/vm/a.img"
                            }
                            """)
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Word path : Paths.ofImages(config)) {
            if (path.text().startsWith("~")) {
                findings.add(
                        INFO.at(
                                        path.span(),
                                        "\"~\" in path \"%s\" is not expanded"
                                                .formatted(path.text()))
                                .withHelp("write the path from the root on"));
            }
        }
        return findings.stream();
    }
}
