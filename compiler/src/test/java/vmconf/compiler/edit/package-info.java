@NullMarked
package vmconf.compiler.edit;

import org.jspecify.annotations.NullMarked;
