/// Reads files of a revision of git, through the `git` command.
///
/// In goes `REVISION:PATH` as git writes it, out comes the file's text, and those of the files it
/// includes in the same revision. Imports `vmconf.source`.
@NullMarked
package vmconf.compiler.git;

import org.jspecify.annotations.NullMarked;
