package vmconf.compiler.cli;

import java.util.List;
import vmconf.compiler.export.Exporter;
import vmconf.compiler.export.libvirt.LibvirtExporter;

/// What plans are exported to.
final class ExportTargets {
    /// Every target, in the order of docs/exports.md.
    static final List<Exporter> ALL = List.of(new LibvirtExporter());

    private ExportTargets() {}

    /// The target of that name.
    static Exporter named(String name) throws UsageException {
        for (Exporter each : ALL) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw Choice.unknown("target", ALL.stream().map(Exporter::name).toList(), name);
    }
}
