/// The plan: the complete, immutable answer to "what will exist".
///
/// In goes a `Config` that the compiler has lowered, or a plan file; out go records with every
/// default filled in and every instance resolved, and their text as YAML or JSON. This package
/// imports no other package of the project, so that the runtime can execute a plan without loading
/// the compiler. Jackson types do not leave it.
@NullMarked
package vmconf.plan;

import org.jspecify.annotations.NullMarked;
