package vmconf.compiler.export.pacemaker;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.Exporter;
import vmconf.compiler.export.Mapping;
import vmconf.compiler.export.Remark;
import vmconf.compiler.export.Settings;
import vmconf.compiler.export.libvirt.LibvirtExporter;
import vmconf.compiler.export.xml.XmlText;
import vmconf.plan.Plan;

/// Resources for a cluster of hosts, on top of the domains of libvirt.
public final class PacemakerExporter implements Exporter {
    private final LibvirtExporter libvirt = new LibvirtExporter();
    private final Storage storage;

    public PacemakerExporter(Storage storage) {
        this.storage = storage;
    }

    @Override
    public String name() {
        return "pacemaker";
    }

    @Override
    public String title() {
        return "resources for a cluster of hosts with Pacemaker and libvirt, and scripts for its nodes";
    }

    @Override
    public List<Mapping> table() {
        return PacemakerTable.over(libvirt.table());
    }

    @Override
    public List<Remark> remarks(Plan plan) {
        List<Remark> remarks = new ArrayList<>(libvirt.remarks(plan));
        remarks.addAll(PacemakerRemarks.of(plan, storage));
        return List.copyOf(remarks);
    }

    @Override
    public List<String> demands() {
        return List.of(
                "the cluster has to be able to fence: a node that hangs may still run its machines,"
                        + " and what runs twice ruins its disks; set up a fence device before"
                        + " apply.sh, as nothing here touches stonith-enabled",
                "on every node run preflight.sh and node.sh, then on one of them apply.sh");
    }

    @Override
    public List<String> names() {
        return List.of(
                "network-*.xml",
                "networks.sh",
                "domain-*.xml",
                "cib.xml",
                "preflight.sh",
                "node.sh",
                "apply.sh");
    }

    @Override
    public List<Artifact> files(Plan plan, Settings settings) {
        List<Artifact> files = new ArrayList<>(libvirt.networks(plan, settings));
        files.addAll(libvirt.domains(plan, settings));
        files.add(new Artifact("cib.xml", XmlText.of(new Cib(plan, storage).xml())));
        files.add(new Artifact("preflight.sh", new Preflight(plan, storage, settings).text()));
        files.add(new Artifact("node.sh", NodeScript.of(settings.file(), plan)));
        files.add(new Artifact("apply.sh", ApplyScript.of(settings.file(), plan)));
        return List.copyOf(files);
    }
}
