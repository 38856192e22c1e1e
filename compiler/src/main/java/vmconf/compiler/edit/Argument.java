package vmconf.compiler.edit;

/// A place for a value in the form of a directive.
///
/// @param keyword the word in front of it, as `format`; empty for the value that needs none
/// @param name what the form calls it, as `PATH`; for a choice the words to choose from
/// @param optional it may be left out
/// @param choice its values are keywords
record Argument(String keyword, String name, boolean optional, boolean choice) {}
