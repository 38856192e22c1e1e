/// vmd's own judgement of a file: what `vmd -n` prints, line by line, what it reads, and what vmd
/// registers when it starts with the file.
///
/// In go a file, the port to read includes and what the host says of paths and users; out comes a
/// [vmconf.compiler.vmd.Verdict]. The tokens are those of the compiler's own scanner; the grammar
/// is followed by hand here, because vmd's messages depend on when its parser reads a token ahead
/// and on how it goes on after an error. [vmconf.compiler.vmd.Lookahead] holds all of that, the
/// judges what each block means, [vmconf.compiler.vmd.Registration] what becomes of it. Imports
/// `source`, `syntax`, `expand` and `value`.
@NullMarked
package vmconf.compiler.vmd;

import org.jspecify.annotations.NullMarked;
