@NullMarked
package vmconf.compiler.project;

import org.jspecify.annotations.NullMarked;
