package vmconf.lsp.preview;

import java.util.List;
import vmconf.compiler.Compiler;

/// A rule in a list of rules.
public record RuleTitle(String code, String title, String severity) {

    /// Every rule, in the order of the codes.
    public static List<RuleTitle> all() {
        return Compiler.rules().stream()
                .map(each -> new RuleTitle(each.code(), each.title(), each.severity().word()))
                .toList();
    }
}
