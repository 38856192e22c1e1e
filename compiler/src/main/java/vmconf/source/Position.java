package vmconf.source;

/// A place in a file as people count: line and column from 1, columns in Unicode characters.
public record Position(int line, int column) {}
