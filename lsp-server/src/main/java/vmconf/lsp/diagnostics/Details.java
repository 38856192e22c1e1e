package vmconf.lsp.diagnostics;

import java.util.Optional;
import java.util.function.Function;

/// What the client shows of a finding beside its message.
///
/// @param related places that have to do with it
/// @param tags that its text is unnecessary or deprecated
/// @param page the URI of a page about a rule, by its code
public record Details(boolean related, boolean tags, Function<String, Optional<String>> page) {
    /// Nothing.
    public static final Details NONE = new Details(false, false, _ -> Optional.empty());
}
