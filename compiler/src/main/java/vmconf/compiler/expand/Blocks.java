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
        for (int i = options.size() - 1; i >= 0; i--) {
            if (kind.isInstance(options.get(i))) {
                return Optional.of(kind.cast(options.get(i)));
            }
        }
        return Optional.empty();
    }

    /// The last of `enable` and `disable`; enabled where there is neither.
    public static boolean enabled(List<? extends Directive> options) {
        for (int i = options.size() - 1; i >= 0; i--) {
            if (options.get(i) instanceof Directive.Enable) {
                return true;
            }
            if (options.get(i) instanceof Directive.Disable) {
                return false;
            }
        }
        return true;
    }
}
