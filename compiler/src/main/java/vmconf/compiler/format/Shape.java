package vmconf.compiler.format;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// Which directives a file holds, one in the other.
final class Shape {
    private Shape() {}

    /// The kinds of directives in reading order; two files with the same words and the same kinds
    /// say the same.
    static List<Class<?>> of(Config config) {
        List<Class<?>> kinds = new ArrayList<>();
        for (Directive statement : config.statements()) {
            kinds.add(statement.getClass());
            if (statement instanceof Directive.Vm vm) {
                vm.options().forEach(option -> add(option, kinds));
            } else if (statement instanceof Directive.Switch block) {
                block.options().forEach(option -> add(option, kinds));
            }
        }
        return kinds;
    }

    private static void add(Directive option, List<Class<?>> kinds) {
        kinds.add(option.getClass());
        if (option instanceof Directive.Interface link) {
            link.options().forEach(each -> kinds.add(each.getClass()));
        } else if (option instanceof Directive.AllowInstance allow) {
            allow.flags().forEach(each -> kinds.add(each.getClass()));
        }
    }
}
