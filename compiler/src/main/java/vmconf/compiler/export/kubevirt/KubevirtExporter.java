package vmconf.compiler.export.kubevirt;

import java.util.List;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.Exporter;
import vmconf.compiler.export.Mapping;
import vmconf.compiler.export.Remark;
import vmconf.compiler.export.Settings;
import vmconf.plan.Plan;

/// Virtual machines for a cluster with KubeVirt and Multus.
public final class KubevirtExporter implements Exporter {
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
        return KubevirtTable.ROWS;
    }

    @Override
    public List<Remark> remarks(Plan plan) {
        return KubevirtRemarks.of(plan);
    }

    @Override
    public List<Artifact> files(Plan plan, Settings settings) {
        return List.of(
                new Artifact("machines.yaml", Manifests.of(plan)),
                new Artifact("upload.sh", UploadScript.of(plan, settings.file())));
    }
}
