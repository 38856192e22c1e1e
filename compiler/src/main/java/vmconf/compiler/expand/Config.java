package vmconf.compiler.expand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Remark;
import vmconf.compiler.syntax.SyntaxProblem;
import vmconf.compiler.syntax.TextTrap;
import vmconf.source.SourceFile;

/// A file with its includes in place and its macros expanded.
public final class Config {
    private final SourceFile file;
    private final Target target;
    private final List<Directive> statements;
    private final List<MacroDefinition> macros;
    private final List<FollowedInclude> includes;
    private final Reading reading;
    private final List<Instance> instances;
    private final Map<String, Directive.Vm> vmsByName;
    private final DirectiveIndex top;
    private final DirectiveIndex vmOptions;
    private final DirectiveIndex linkOptions;

    Config(
            SourceFile file,
            Target target,
            List<Directive> statements,
            List<MacroDefinition> macros,
            List<FollowedInclude> includes,
            Reading reading) {
        this.file = file;
        this.target = target;
        this.statements = List.copyOf(statements);
        this.macros = List.copyOf(macros);
        this.includes = List.copyOf(includes);
        this.reading = reading;
        this.top = DirectiveIndex.of(statements);
        this.vmsByName = byName(top.all(Directive.Vm.class));
        this.instances = Instance.all(top.all(Directive.Vm.class), target);
        this.vmOptions = DirectiveIndex.ofVms(top.all(Directive.Vm.class));
        this.linkOptions =
                DirectiveIndex.ofLinks(
                        top.all(Directive.Switch.class), vmOptions.all(Directive.Interface.class));
    }

    /// The file the user named.
    public SourceFile file() {
        return file;
    }

    public Target target() {
        return target;
    }

    /// Every statement and setting, in reading order.
    public List<Directive> statements() {
        return statements;
    }

    /// Every definition of a macro, in reading order.
    public List<MacroDefinition> macros() {
        return macros;
    }

    /// Every include, in reading order.
    public List<FollowedInclude> includes() {
        return includes;
    }

    /// Where the text has not the form of the grammar.
    public List<SyntaxProblem> problems() {
        return reading.problems();
    }

    /// The references to macros that are not expanded, in reading order.
    public List<LiteralReference> literalReferences() {
        return reading.literals();
    }

    /// The comments that speak to this program, in reading order.
    public List<Remark> remarks() {
        return reading.remarks();
    }

    /// The places that can be read, but not as they look.
    public List<TextTrap> traps() {
        return reading.traps();
    }

    /// Whether all of a statement could be read. What else a block lacks may follow from what
    /// could not.
    public boolean sound(Directive statement) {
        return reading.faulty().isEmpty() || !reading.faulty().contains(statement);
    }

    /// Every `vm` block, in reading order.
    public Stream<Directive.Vm> vms() {
        return all(Directive.Vm.class);
    }

    /// The VMs whose parent is defined above them, in reading order; none where the target has no
    /// instances.
    public List<Instance> instances() {
        return instances;
    }

    /// Every `switch` block, disabled ones too, in reading order.
    public Stream<Directive.Switch> switches() {
        return all(Directive.Switch.class);
    }

    /// All statements of one kind, in reading order.
    public <T extends Directive> Stream<T> all(Class<T> kind) {
        return top.all(kind).stream();
    }

    /// All options of one kind in `vm` blocks, in reading order.
    public <T extends Directive.InVm> Stream<T> ofVms(Class<T> kind) {
        return vmOptions.all(kind).stream();
    }

    /// All options of one kind in `switch` blocks, then those of interfaces.
    public <T extends Directive> Stream<T> ofLinks(Class<T> kind) {
        return linkOptions.all(kind).stream();
    }

    /// Whether there is a statement, an option of a VM, a switch or an interface of that kind.
    public boolean has(Class<? extends Directive> kind) {
        return top.has(kind) || vmOptions.has(kind) || linkOptions.has(kind);
    }

    /// The first VM of that name.
    public Optional<Directive.Vm> vmNamed(String name) {
        return Optional.ofNullable(vmsByName.get(name));
    }

    /// No two VMs have one name.
    public boolean vmsHaveOwnNames() {
        return vmsByName.size() == top.all(Directive.Vm.class).size();
    }

    private static Map<String, Directive.Vm> byName(List<Directive.Vm> vms) {
        Map<String, Directive.Vm> byName = new HashMap<>();
        for (Directive.Vm vm : vms) {
            byName.putIfAbsent(vm.name().text(), vm);
        }
        return byName;
    }
}
