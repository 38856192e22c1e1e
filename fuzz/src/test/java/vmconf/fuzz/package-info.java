/// Coverage-guided fuzzing. As ordinary tests these run the inputs kept; `JAZZER_FUZZ=1` searches
/// for new ones (CONTRIBUTING.md says how).
@NullMarked
package vmconf.fuzz;

import org.jspecify.annotations.NullMarked;
