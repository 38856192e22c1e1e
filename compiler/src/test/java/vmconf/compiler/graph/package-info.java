@NullMarked
package vmconf.compiler.graph;

import org.jspecify.annotations.NullMarked;
