/// Test data and the classes that read it, for tests of every module.
///
/// In go the folders `corpus` and `guests` beside the sources, out come records and comparisons
/// with golden files. Imports nothing of the project.
@NullMarked
package vmconf.testdata;

import org.jspecify.annotations.NullMarked;
