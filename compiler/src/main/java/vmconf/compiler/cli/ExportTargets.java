package vmconf.compiler.cli;

import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.expand.Target;
import vmconf.compiler.export.Exporter;
import vmconf.compiler.export.kubevirt.KubevirtExporter;
import vmconf.compiler.export.libvirt.LibvirtExporter;
import vmconf.compiler.export.linux.LinuxHostExporter;
import vmconf.compiler.export.openbsd.OpenbsdExporter;
import vmconf.compiler.export.pacemaker.PacemakerExporter;
import vmconf.compiler.export.pacemaker.Storage;
import vmconf.compiler.export.qemu.QemuExporter;

/// What plans are exported to.
final class ExportTargets {
    /// Every target, in the order of docs/exports.md; releases of OpenBSD are one.
    static final List<Exporter> ALL =
            List.of(
                    new OpenbsdExporter(Target.OPENBSD),
                    new LinuxHostExporter(),
                    new LibvirtExporter(),
                    new PacemakerExporter(Storage.UNKNOWN),
                    new KubevirtExporter(),
                    new QemuExporter());

    private ExportTargets() {}

    /// The target of that name, which may be a release.
    static Exporter named(String name) throws UsageException {
        for (Exporter each : ALL) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        for (Target each : Target.ALL) {
            if (each.word().equals(name) && !each.isNative()) {
                return new OpenbsdExporter(each);
            }
        }
        throw Choice.unknown(
                "target",
                Stream.concat(ALL.stream().map(Exporter::name), Stream.of("openbsd-6.4 and later"))
                        .toList(),
                name);
    }
}
