/// Plays the documentation: every command of a page is run, and what the page shows is what it
/// prints. In come pages in Markdown and the folders of `testdata/docs`; out comes the page as it
/// should be.
@NullMarked
package vmconf.packaging.docs;

import org.jspecify.annotations.NullMarked;
