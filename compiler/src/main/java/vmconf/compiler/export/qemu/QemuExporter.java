package vmconf.compiler.export.qemu;

import static vmconf.plan.PlanBlock.Kind.VM;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.Export;
import vmconf.compiler.export.Exporter;
import vmconf.compiler.export.Fate;
import vmconf.compiler.export.Mapping;
import vmconf.compiler.export.Remark;
import vmconf.compiler.export.Settings;
import vmconf.plan.Plan;
import vmconf.plan.PlanBlock;
import vmconf.plan.PlanValue;
import vmconf.plan.Vm;

/// Scripts for a Linux host with QEMU and nothing else.
public final class QemuExporter implements Exporter {
    private static final Set<Fate> NOTED = Set.of(Fate.KEPT_AS_NOTE, Fate.DROPPED);

    @Override
    public String name() {
        return "qemu";
    }

    @Override
    public String title() {
        return "scripts that start and stop the machines with QEMU alone";
    }

    @Override
    public List<Mapping> table() {
        return QemuTable.ROWS;
    }

    @Override
    public List<Remark> remarks(Plan plan) {
        return QemuRemarks.of(plan);
    }

    @Override
    public List<String> names() {
        return List.of("start-*.sh", "stop-*.sh", "start.sh");
    }

    @Override
    public List<Artifact> files(Plan plan, Settings settings) {
        List<Artifact> files = new ArrayList<>();
        List<PlanBlock> blocks =
                PlanBlock.of(plan).stream().filter(each -> each.kind() == VM).toList();
        for (int i = 0; i < plan.vms().size(); i++) {
            Vm vm = plan.vms().get(i);
            Machine machine = new Machine(plan, vm, settings.emulated());
            Scripts scripts = new Scripts(plan, machine, "/vms/" + i, notes(blocks.get(i)));
            files.add(new Artifact("start-" + vm.name() + ".sh", scripts.start()));
            files.add(new Artifact("stop-" + vm.name() + ".sh", scripts.stop()));
        }
        files.add(new Artifact("start.sh", Scripts.startAll(plan, settings.file())));
        return List.copyOf(files);
    }

    /// What has no effect here.
    private List<PlanValue> notes(PlanBlock block) {
        return block.values().stream()
                .filter(each -> !each.text().equals(PlanValue.NONE))
                .filter(each -> NOTED.contains(Export.row(this, VM, each).fate()))
                .toList();
    }
}
