/// What a project says about its vm.conf files: `.vmconf.yaml`.
///
/// Only here and in `vmconf.plan` is YAML read, and only when there is a project file: loading a
/// YAML reader costs more than checking a small vm.conf.
@NullMarked
package vmconf.compiler.project;

import org.jspecify.annotations.NullMarked;
