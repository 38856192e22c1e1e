package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.expand.Config;

/// One thing that can be wrong.
public interface Rule {
    /// Code, reason and example.
    RuleInfo info();

    /// Its findings, in the order of the text.
    Stream<Diagnostic> check(Config config);
}
