/// Text of vm.conf files and places in it.
///
/// In go bytes, out come [vmconf.source.SourceFile]s and [vmconf.source.Span]s that remember
/// through which include and macro their text came. Imports nothing of the project.
@NullMarked
package vmconf.source;

import org.jspecify.annotations.NullMarked;
