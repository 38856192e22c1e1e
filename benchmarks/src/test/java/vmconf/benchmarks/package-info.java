/// Tests that each benchmark runs; never how fast.
@NullMarked
package vmconf.benchmarks;

import org.jspecify.annotations.NullMarked;
