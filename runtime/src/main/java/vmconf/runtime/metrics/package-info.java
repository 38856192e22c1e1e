/// Numbers about machines, in the text format of Prometheus.
///
/// In goes what the registry knows; out comes a page, for `vmctl metrics` or over HTTP. Imports
/// `supervise`. The library's types do not leave this package.
@NullMarked
package vmconf.runtime.metrics;

import org.jspecify.annotations.NullMarked;
