package vmconf.grammar.schema;

import java.util.List;
import java.util.Optional;

/// What changed from release to release and is no directive.
///
/// @param name unique name, words joined by `-`
/// @param what the subject of a message about it
/// @param of the directive that it is a part of
/// @param keywords its keywords in that directive
public record Feature(
        String name,
        String what,
        Optional<String> of,
        List<String> keywords,
        Lifetime lifetime,
        String doc) {}
