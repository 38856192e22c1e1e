package vmconf.compiler.rule;

import java.util.Map;
import java.util.Optional;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Target;

/// How bad a project takes the findings of rules.
///
/// @param levels by code; nothing behind a code: the rule is off. Codes that are missing keep
///     their own severity
public record RuleSettings(Map<String, Optional<Severity>> levels) {
    /// Every rule as it is.
    public static final RuleSettings DEFAULT = new RuleSettings(Map.of());

    public RuleSettings {
        levels = Map.copyOf(levels);
    }

    /// How bad the findings of a rule are; nothing: it is off.
    public Optional<Severity> severity(RuleInfo rule, Target target) {
        Optional<Severity> own = target.isNative() ? rule.onNative() : Optional.of(rule.severity());
        Optional<Severity> set = levels.get(rule.code());
        return set == null || !rule.adjustable() ? own : set;
    }
}
