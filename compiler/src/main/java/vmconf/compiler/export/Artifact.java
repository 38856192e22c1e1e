package vmconf.compiler.export;

/// A file that an export makes.
///
/// @param name of the file, without a folder
/// @param text its content
public record Artifact(String name, String text) {}
