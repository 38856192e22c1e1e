package vmconf.compiler.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;

/// What a report is to know besides findings.
///
/// @param colour use ANSI colours, where the format has any
/// @param failing the mildest severity that makes the command fail
/// @param rules gives every rule to formats that describe them
/// @param version of the program, where it is known
public record Settings(
        boolean colour,
        Severity failing,
        Supplier<List<RuleInfo>> rules,
        Optional<String> version) {

    /// Whether a finding makes the command fail.
    boolean fails(Severity severity) {
        return severity.compareTo(failing) <= 0;
    }
}
