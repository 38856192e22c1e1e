package vmconf.compiler.export.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.Exporter;
import vmconf.compiler.export.Mapping;
import vmconf.compiler.export.Remark;
import vmconf.compiler.export.Settings;
import vmconf.plan.Plan;
import vmconf.plan.Vm;

/// Domains and networks for libvirt on a host with QEMU.
public final class LibvirtExporter implements Exporter {
    @Override
    public String name() {
        return "libvirt";
    }

    @Override
    public String title() {
        return "domains and networks for libvirt, and scripts that define and start them";
    }

    @Override
    public List<Mapping> table() {
        return LibvirtTable.ROWS;
    }

    @Override
    public List<Remark> remarks(Plan plan) {
        return LibvirtRemarks.of(plan);
    }

    @Override
    public List<Artifact> files(Plan plan, Settings settings) {
        NetworkNames names = new NetworkNames(plan);
        Map<String, Xml> networks = new Networks(plan, names).all();
        List<Artifact> files = new ArrayList<>();
        networks.forEach(
                (name, xml) ->
                        files.add(new Artifact("network-" + name + ".xml", XmlText.of(xml))));
        for (int i = 0; i < plan.vms().size(); i++) {
            Vm vm = plan.vms().get(i);
            Domain domain = new Domain(plan, vm, "/vms/" + i, names, settings);
            files.add(new Artifact("domain-" + vm.name() + ".xml", XmlText.of(domain.xml())));
        }
        String define = Scripts.define(settings.file(), plan, networks.keySet());
        files.add(new Artifact("define.sh", define));
        files.add(new Artifact("start.sh", Scripts.start(settings.file(), plan)));
        return List.copyOf(files);
    }
}
