package vmconf.grammar.schema;

import java.util.List;
import java.util.SequencedMap;

/// The largest value of something, by release.
///
/// @param name unique name, words joined by `-`
/// @param what the value in a message
/// @param unit `length` or `bytes`
/// @param of the directives that take it
/// @param most release: the largest value since then, oldest release first
/// @param sure `A`, `B` or `C`, as the head of the schema says
public record Limit(
        String name,
        String what,
        String unit,
        List<String> of,
        SequencedMap<String, Long> most,
        String sure,
        String doc) {}
