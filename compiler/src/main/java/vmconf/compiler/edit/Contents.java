package vmconf.compiler.edit;

import java.util.List;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.DirectiveKinds;

/// What directives are and hold, by the schema.
final class Contents {
    private Contents() {}

    /// The directives inside of another one.
    static List<? extends Directive> of(Directive directive) {
        if (directive instanceof Directive.Vm vm) {
            return vm.options();
        }
        if (directive instanceof Directive.Switch block) {
            return block.options();
        }
        return directive instanceof Directive.Interface nic ? nic.options() : List.of();
    }

    /// It can hold options, so that what follows its first word is no value.
    static boolean hasOptions(Directive directive) {
        return directive instanceof Directive.Interface
                || directive instanceof Directive.AllowInstance
                || directive instanceof Directive.BootDevice;
    }

    /// It is one of the kind that an entry of the schema describes.
    static boolean is(Directive directive, DirectiveInfo info) {
        DirectiveInfo own = DirectiveKinds.ALL.get(directive.getClass());
        return own != null && own.name().equals(info.name());
    }

    /// What to call a block: `vm "web"`; a line of the top level has no name.
    static String label(Directive statement) {
        if (statement instanceof Directive.Vm vm) {
            return "vm \"" + vm.name().text() + "\"";
        }
        return statement instanceof Directive.Switch block
                ? "switch \"" + block.name().text() + "\""
                : "";
    }
}
