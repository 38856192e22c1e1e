package vmconf.compiler.expand;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.syntax.Directive;

/// What holds in a block where directives repeat or are left out.
public final class Blocks {
    private Blocks() {}

    /// The directive that counts where the last one wins.
    public static <T extends Directive> Optional<T> last(
            List<? extends Directive> options, Class<T> kind) {
        return options.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((first, second) -> second);
    }

    /// The last of `enable` and `disable`; enabled where there is neither.
    public static boolean enabled(List<? extends Directive> options) {
        return options.stream()
                .filter(
                        each ->
                                each instanceof Directive.Enable
                                        || each instanceof Directive.Disable)
                .reduce((first, second) -> second)
                .map(Directive.Enable.class::isInstance)
                .orElse(true);
    }
}
