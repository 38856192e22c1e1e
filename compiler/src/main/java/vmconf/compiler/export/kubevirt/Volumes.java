package vmconf.compiler.export.kubevirt;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The volumes of a machine, and the templates of those that are DataVolumes of its own. They are
/// filled by an upload.
record Volumes(List<Claims.Claim> claims) {

    /// Into the machine's own specification.
    void templates(ObjectNode spec) {
        List<Claims.Claim> known = claims.stream().filter(each -> each.size().isPresent()).toList();
        if (known.isEmpty()) {
            return;
        }
        ArrayNode templates = spec.putArray("dataVolumeTemplates");
        for (Claims.Claim each : known) {
            ObjectNode template = templates.addObject();
            template.putObject("metadata").put("name", each.name());
            ObjectNode volume = template.putObject("spec");
            volume.putObject("source").putObject("upload");
            volume.putObject("storage")
                    .putObject("resources")
                    .putObject("requests")
                    .put("storage", each.quantity());
        }
    }

    /// Into the specification of what runs.
    void volumes(ObjectNode machine) {
        if (claims.isEmpty()) {
            return;
        }
        ArrayNode volumes = machine.putArray("volumes");
        for (Claims.Claim each : claims) {
            ObjectNode volume = volumes.addObject().put("name", each.disk());
            if (each.size().isPresent()) {
                volume.putObject("dataVolume").put("name", each.name());
            } else {
                volume.putObject("persistentVolumeClaim").put("claimName", each.name());
            }
        }
    }
}
