package vmconf.compiler.export.linux;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.Exporter;
import vmconf.compiler.export.Mapping;
import vmconf.compiler.export.Remark;
import vmconf.compiler.export.Settings;
import vmconf.plan.Plan;
import vmconf.plan.PlanYaml;

/// A Linux host on which vmd of this project runs a plan.
public final class LinuxHostExporter implements Exporter {
    @Override
    public String name() {
        return "linux-host";
    }

    @Override
    public String title() {
        return "a Linux host for vmd: the plan, bridges, nftables, sysctl, accounts, units of systemd,"
                + " and a script that installs them";
    }

    @Override
    public List<Mapping> table() {
        return LinuxHostTable.ROWS;
    }

    @Override
    public List<Remark> remarks(Plan plan) {
        return LinuxHostRemarks.of(plan);
    }

    @Override
    public List<String> names() {
        return List.of(
                "plan.yaml",
                Networkd.PREFIX + "*.netdev",
                Networkd.PREFIX + "*.network",
                Ifupdown.FILE,
                PacketFilter.FILE,
                Kernel.FILE,
                Accounts.FILE,
                DomainsUnit.FILE,
                GuestsUnit.FILE,
                VmdUnit.FILE,
                "setup.sh");
    }

    @Override
    public List<Artifact> files(Plan plan, Settings settings) {
        HostNeeds needs = new HostNeeds(plan);
        List<Artifact> files = new ArrayList<>();
        files.add(new Artifact("plan.yaml", PlanYaml.toYaml(plan.withoutProvenance())));
        files.addAll(new Networkd(needs).files());
        files.addAll(Ifupdown.files(needs));
        files.addAll(new PacketFilter(needs).files());
        files.addAll(Kernel.files(needs));
        files.add(new Accounts(plan).file());
        files.addAll(DomainsUnit.files(needs));
        VmdUnit unit = new VmdUnit(needs, !new PacketFilter(needs).files().isEmpty());
        files.add(unit.guests().file());
        files.add(unit.file());
        files.add(new SetupScript(plan, List.copyOf(files)).file(settings.file()));
        return List.copyOf(files);
    }
}
