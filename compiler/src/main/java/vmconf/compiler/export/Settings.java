package vmconf.compiler.export;

/// What the plan does not say and an export depends on.
///
/// @param file what to call the plan's file
/// @param emulated the host has no KVM, so that QEMU emulates the processor
public record Settings(String file, boolean emulated) {}
