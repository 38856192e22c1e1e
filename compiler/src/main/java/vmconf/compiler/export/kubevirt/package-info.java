/// Manifests for KubeVirt.
///
/// In goes a plan; out come a VirtualMachine for each VM, a NetworkAttachmentDefinition for each
/// switch, and a script that uploads the images. Imports `vmconf.plan` and the shape of exporters;
/// Jackson writes the YAML.
@NullMarked
package vmconf.compiler.export.kubevirt;

import org.jspecify.annotations.NullMarked;
