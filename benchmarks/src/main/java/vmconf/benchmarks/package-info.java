/// Times of each stage of the compiler on its own, by JMH.
///
/// In go the files that `benchmarks/generate.sh` writes; each state prepares what the next stage
/// starts from. Imports the compiler; nothing imports this, and it is not part of what is
/// installed.
@NullMarked
package vmconf.benchmarks;

import org.jspecify.annotations.NullMarked;
