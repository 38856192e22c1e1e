package vmconf.compiler.expand;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.SyntaxProblem;
import vmconf.source.SourceFile;

/// A file with its includes in place and its macros expanded.
///
/// @param file the file the user named
/// @param statements every statement and setting, in reading order
/// @param macros every definition, in reading order
/// @param includes every include, in reading order
/// @param problems where the text has not the form of the grammar
public record Config(
        SourceFile file,
        Target target,
        List<Directive> statements,
        List<MacroDefinition> macros,
        List<FollowedInclude> includes,
        List<SyntaxProblem> problems) {

    public Config {
        statements = List.copyOf(statements);
        macros = List.copyOf(macros);
        includes = List.copyOf(includes);
        problems = List.copyOf(problems);
    }

    /// Every `vm` block, in reading order.
    public Stream<Directive.Vm> vms() {
        return all(Directive.Vm.class);
    }

    /// Every `switch` block, disabled ones too, in reading order.
    public Stream<Directive.Switch> switches() {
        return all(Directive.Switch.class);
    }

    /// All statements of one kind, in reading order.
    public <T extends Directive> Stream<T> all(Class<T> kind) {
        return statements.stream().filter(kind::isInstance).map(kind::cast);
    }

    /// The first VM of that name.
    public Optional<Directive.Vm> vmNamed(String name) {
        return vms().filter(vm -> vm.name().text().equals(name)).findFirst();
    }
}
