package vmconf.compiler.export.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.Exporter;
import vmconf.compiler.export.Mapping;
import vmconf.compiler.export.Remark;
import vmconf.compiler.export.Settings;
import vmconf.compiler.export.xml.Xml;
import vmconf.compiler.export.xml.XmlText;
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
    public List<String> names() {
        return List.of("network-*.xml", "domain-*.xml", "define.sh", "start.sh");
    }

    @Override
    public List<Artifact> files(Plan plan, Settings settings) {
        Map<String, Xml> networks = networks(plan);
        List<Artifact> files = new ArrayList<>(networkFiles(networks));
        files.addAll(domains(plan, settings));
        String define = Scripts.define(settings.file(), plan, networks.keySet());
        files.add(new Artifact("define.sh", define));
        files.add(new Artifact("start.sh", Scripts.start(settings.file(), plan)));
        return List.copyOf(files);
    }

    /// The domains alone, for what defines and starts them in another way.
    public List<Artifact> domains(Plan plan, Settings settings) {
        NetworkNames names = new NetworkNames(plan);
        List<Artifact> files = new ArrayList<>();
        for (int i = 0; i < plan.vms().size(); i++) {
            Vm vm = plan.vms().get(i);
            Domain domain = new Domain(plan, vm, "/vms/" + i, names, settings);
            files.add(new Artifact("domain-" + vm.name() + ".xml", XmlText.of(domain.xml())));
        }
        return List.copyOf(files);
    }

    /// The networks alone, and the script `networks.sh` that defines and starts them.
    public List<Artifact> networks(Plan plan, Settings settings) {
        Map<String, Xml> networks = networks(plan);
        List<Artifact> files = new ArrayList<>(networkFiles(networks));
        String define = Scripts.networks(settings.file(), networks.keySet());
        files.add(new Artifact("networks.sh", define));
        return List.copyOf(files);
    }

    private static Map<String, Xml> networks(Plan plan) {
        return new Networks(plan, new NetworkNames(plan)).all();
    }

    private static List<Artifact> networkFiles(Map<String, Xml> networks) {
        return networks.entrySet().stream()
                .map(each -> new Artifact(name(each.getKey()), XmlText.of(each.getValue())))
                .toList();
    }

    private static String name(String network) {
        return "network-" + network + ".xml";
    }
}
