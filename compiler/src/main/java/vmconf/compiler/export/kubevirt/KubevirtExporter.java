package vmconf.compiler.export.kubevirt;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.Exporter;
import vmconf.compiler.export.Mapping;
import vmconf.compiler.export.Remark;
import vmconf.compiler.export.Settings;
import vmconf.plan.Plan;

/// Virtual machines for a cluster with KubeVirt and Multus.
///
/// @param staggered machines wait for a script that starts them in their order
public record KubevirtExporter(boolean staggered) implements Exporter {
    /// Machines start as the cluster pleases.
    public KubevirtExporter() {
        this(false);
    }

    @Override
    public String name() {
        return "kubevirt";
    }

    @Override
    public String title() {
        return "manifests for a cluster with KubeVirt and Multus, and a script that uploads the images";
    }

    @Override
    public List<Mapping> table() {
        return staggered ? KubevirtTable.STAGGERED : KubevirtTable.ROWS;
    }

    @Override
    public List<Remark> remarks(Plan plan) {
        return KubevirtRemarks.of(plan);
    }

    @Override
    public List<String> names() {
        return List.of("machines.yaml", "upload.sh", "start.sh", Access.FILE);
    }

    @Override
    public List<Artifact> files(Plan plan, Settings settings) {
        Claims claims = new Claims(settings.sizes());
        List<Artifact> files = new ArrayList<>();
        files.add(new Artifact("machines.yaml", Manifests.of(plan, claims, staggered)));
        files.add(new Artifact("upload.sh", UploadScript.of(plan, claims, settings.file())));
        if (staggered) {
            files.add(new Artifact("start.sh", StartScript.of(plan, settings.file())));
        }
        Access.of(plan).ifPresent(text -> files.add(new Artifact(Access.FILE, text)));
        return List.copyOf(files);
    }
}
