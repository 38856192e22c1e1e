package vmconf.plan;

/// A disk image as named in the file.
public record Disk(String path, DiskFormat format) {}
