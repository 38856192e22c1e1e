package vmconf.lsp.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.host.HostFacts;
import vmconf.compiler.project.Project;
import vmconf.compiler.rule.RuleSettings;

/// How the user wants files to be checked; what their project says goes before.
///
/// @param macros macros that no file can change
/// @param rules how bad the findings of rules are, by code; nothing behind a code: off
/// @param entries files that vmd would be started with, relative to the workspace folders
/// @param host the host to look at, too
public record UserChecks(
        List<CommandLineMacro> macros,
        Map<String, Optional<Severity>> rules,
        List<String> entries,
        Optional<HostFacts> host) {

    /// Nothing is set.
    public static final UserChecks NONE =
            new UserChecks(List.of(), Map.of(), List.of(), Optional.empty());

    public UserChecks {
        macros = List.copyOf(macros);
        rules = Map.copyOf(rules);
        entries = List.copyOf(entries);
    }

    public UserChecks withMacros(List<CommandLineMacro> others) {
        return new UserChecks(others, rules, entries, host);
    }

    public UserChecks withRules(Map<String, Optional<Severity>> others) {
        return new UserChecks(macros, others, entries, host);
    }

    public UserChecks withEntries(List<String> others) {
        return new UserChecks(macros, rules, others, host);
    }

    public UserChecks withHost(Optional<HostFacts> other) {
        return new UserChecks(macros, rules, entries, other);
    }

    /// The macros of a project, and those of the user that it does not have.
    List<CommandLineMacro> macros(Project project) {
        Set<String> taken =
                project.macros().stream().map(CommandLineMacro::name).collect(Collectors.toSet());
        List<CommandLineMacro> all = new ArrayList<>(project.macros());
        macros.stream().filter(each -> !taken.contains(each.name())).forEach(all::add);
        return all;
    }

    RuleSettings rules(Project project) {
        Map<String, Optional<Severity>> levels = new HashMap<>(rules);
        levels.putAll(project.rules());
        return levels.isEmpty() ? RuleSettings.DEFAULT : new RuleSettings(levels);
    }
}
