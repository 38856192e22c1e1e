package vmconf.grammar.schema;

import java.util.List;
import java.util.Optional;

/// One directive.
///
/// @param name unique name, words joined by `-`
/// @param in the places where it may stand
/// @param form how it is written
/// @param keywords the keywords of its form, in order, without repeats
/// @param takes its arguments, in order
/// @param lifetime the releases that have it
public record Entry(
        String name,
        List<String> in,
        String form,
        List<String> keywords,
        List<Argument> takes,
        Optional<String> defaultValue,
        Optional<String> range,
        String repeat,
        Optional<String> inherited,
        Lifetime lifetime,
        String doc) {}
