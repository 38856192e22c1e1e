package vmconf.compiler.vmd;

/// A block with the place of its closing brace.
///
/// @param line from 1
record Placed<T>(String file, int line, T it) {}
