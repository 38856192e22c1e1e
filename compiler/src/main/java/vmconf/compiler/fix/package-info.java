/// Applies the fixes of findings to the text of files.
///
/// Every pass takes the fixes that do not touch each other, changes the text and checks it anew,
/// until nothing is left to fix. Nothing is written before all of it is known.
@NullMarked
package vmconf.compiler.fix;

import org.jspecify.annotations.NullMarked;
