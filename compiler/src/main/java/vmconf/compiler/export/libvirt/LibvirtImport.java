package vmconf.compiler.export.libvirt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.export.OneLine;
import vmconf.compiler.export.conf.ConfText;
import vmconf.plan.Owner;
import vmconf.plan.Plan;
import vmconf.plan.StaggeredStart;
import vmconf.plan.Vm;

/// A vm.conf from domains and networks of libvirt: what `vmconf export libvirt` wrote, or what
/// `virsh dumpxml` says of others.
public final class LibvirtImport {
    private final List<String> errors = new ArrayList<>();
    private final List<ImportNotes> notes = new ArrayList<>();
    private final List<XmlElement> networks = new ArrayList<>();
    private final List<Given> domains = new ArrayList<>();

    private LibvirtImport() {}

    /// A file that is read.
    public record Input(String name, String text) {}

    /// What came of it.
    public sealed interface Answer {
        /// @param conf a vm.conf for our own runtime
        /// @param warnings what is not in it, one line each with a place
        record Imported(String conf, List<String> warnings) implements Answer {
            public Imported {
                warnings = List.copyOf(warnings);
            }
        }

        /// @param errors one line each with a place
        record Refused(List<String> errors) implements Answer {
            public Refused {
                errors = List.copyOf(errors);
            }
        }
    }

    private record Given(XmlElement root, ImportNotes notes) {
        /// The number that an export has noted; those without one come last.
        int noted() {
            return root.attributeAt("metadata/" + Metadata.PREFIX + "vm", "id")
                    .filter(each -> each.matches("[0-9]{1,9}"))
                    .map(Integer::valueOf)
                    .orElse(Integer.MAX_VALUE);
        }
    }

    /// @param inputs domains and networks in any order; VMs are in that of the domains, or in that
    /// which an export has noted
    public static Answer of(List<Input> inputs) {
        LibvirtImport all = new LibvirtImport();
        inputs.forEach(all::read);
        return all.errors.isEmpty() ? all.imported() : new Answer.Refused(all.errors);
    }

    private void read(Input input) {
        ImportNotes own = new ImportNotes(input.name());
        notes.add(own);
        switch (XmlSource.read(input.text())) {
            case XmlSource.Answer.Broken(int line, int column, var reason) ->
                    error(input, line, column, reason);
            case XmlSource.Answer.Read(var root) when root.name().equals("network") ->
                    networks.add(root);
            case XmlSource.Answer.Read(var root) when root.name().equals("domain") ->
                    domains.add(new Given(root, own));
            case XmlSource.Answer.Read(var root) -> {
                String what = "<%s> is neither a domain nor a network".formatted(root.name());
                error(input, root.line(), root.column(), what);
            }
        }
    }

    private void error(Input input, int line, int column, String reason) {
        String words = "%s:%d:%d: error: %s".formatted(input.name(), line, column, reason);
        errors.add(OneLine.of(words));
    }

    private Answer imported() {
        ImportNotes general = new ImportNotes("networks");
        ImportNetworks joined = new ImportNetworks(general);
        networks.forEach(joined::add);
        List<Vm> vms = new ArrayList<>();
        domains.sort(Comparator.comparingInt(Given::noted));
        for (Given each : domains) {
            vms.add(new DomainReader(each.root(), joined, each.notes()).vm(vms.size() + 1));
        }
        Plan plan =
                new Plan(
                        Plan.VERSION,
                        "native",
                        joined.local(),
                        Owner.ROOT,
                        StaggeredStart.DEFAULT,
                        Optional.empty(),
                        joined.switches(),
                        vms);
        List<String> warnings =
                Stream.concat(Stream.of(general), notes.stream())
                        .flatMap(each -> each.lines().stream())
                        .toList();
        return new Answer.Imported(
                ConfText.of(plan, "Imported from libvirt", true).text(), warnings);
    }
}
