package vmconf.compiler.report;

/// The part of a mark that lies on one line.
///
/// @param start offset of its first character
/// @param end offset behind its last character; may be its start
/// @param label what is said of it; empty where another line says it, or nothing is to be said
/// @param main it belongs to what the finding is about
record Underline(int start, int end, String label, boolean main) {}
