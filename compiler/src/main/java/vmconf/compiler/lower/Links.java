package vmconf.compiler.lower;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.syntax.Directive;

/// The options that switches and interfaces share.
final class Links {
    private Links() {}

    static Optional<String> group(List<? extends Directive> options) {
        return Blocks.last(options, Directive.Group.class)
                .map(each -> each.name().text())
                .filter(name -> !name.isEmpty());
    }

    static Optional<Integer> rdomain(List<? extends Directive> options) {
        return Blocks.last(options, Directive.Rdomain.class)
                .map(each -> Integer.parseInt(each.number().text()));
    }

    /// The last of `up` and `down`; up where there is neither.
    static boolean up(List<? extends Directive> options) {
        return options.stream()
                .filter(each -> each instanceof Directive.Up || each instanceof Directive.Down)
                .reduce((first, second) -> second)
                .map(Directive.Up.class::isInstance)
                .orElse(true);
    }
}
