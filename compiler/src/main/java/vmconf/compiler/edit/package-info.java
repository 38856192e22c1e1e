/// Edits of vm.conf files that leave every other byte as it was.
///
/// In go a file, where its includes come from, and what to change in vm.conf's own words; out come
/// the files that change and what was done, or why not. Nothing is written here, and nothing is
/// changed that would bring an error. Imports the façade, what it returns, `fix`, and the plan, to
/// say what holds where nothing is written.
@NullMarked
package vmconf.compiler.edit;

import org.jspecify.annotations.NullMarked;
