package vmconf.plan;

/// A disk image as named in the file.
///
/// @param path as written; relative to the directory in which vmd runs
/// @param format of the image
public record Disk(String path, DiskFormat format) {}
