package vmconf.compiler.syntax;

/// The largest value since a release.
public record LimitStep(Release since, long most) {}
