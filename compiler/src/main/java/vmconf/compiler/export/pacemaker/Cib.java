package vmconf.compiler.export.pacemaker;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vmconf.compiler.export.xml.Xml;
import vmconf.plan.Plan;
import vmconf.plan.Vm;

/// What a cluster is told of the machines: resources, constraints, and that memory decides the
/// place. The rest of its configuration, such as nodes and fencing, is its own.
record Cib(Plan plan, Storage storage) {

    Xml xml() {
        List<Wave> waves = Wave.of(plan);
        Xml options =
                Xml.element(
                        "crm_config",
                        Xml.element(
                                        "cluster_property_set",
                                        Ids.pair(
                                                "cib-bootstrap-options-placement-strategy",
                                                "placement-strategy",
                                                "utilization"))
                                .with("id", "cib-bootstrap-options"));
        Xml configuration =
                Xml.element(
                        "configuration",
                        options,
                        Xml.element("nodes"),
                        Xml.element("resources").add(resources(waves)),
                        Xml.element("constraints").add(constraints(waves)));
        return Xml.element("cib", configuration, Xml.element("status"))
                .with("validate-with", "pacemaker-3.0")
                .with("admin_epoch", "0")
                .with("epoch", "0")
                .with("num_updates", "0");
    }

    private Stream<Xml> resources(List<Wave> waves) {
        Stream<Xml> machines =
                IntStream.range(0, plan.vms().size())
                        .mapToObj(i -> new Machine(plan, plan.vms().get(i), "/vms/" + i).xml());
        return Stream.concat(machines, new Pace(plan.staggeredStart(), waves).delays());
    }

    private Stream<Xml> constraints(List<Wave> waves) {
        Stream<Xml> places = plan.vms().stream().flatMap(this::place);
        return Stream.concat(places, new Pace(plan.staggeredStart(), waves).order());
    }

    /// A machine whose images one node alone has is on no other.
    private Stream<Xml> place(Vm vm) {
        return storage.home(vm).stream()
                .map(
                        node ->
                                Xml.element(
                                                "rsc_location",
                                                Xml.element("rule", elsewhere(vm, node))
                                                        .with("id", Ids.part("rule", vm))
                                                        .with("score", "-INFINITY"))
                                        .with("id", Ids.part("location", vm))
                                        .with("rsc", Ids.resource(vm)));
    }

    private static Xml elsewhere(Vm vm, String node) {
        return Xml.element("expression")
                .with("id", Ids.part("home", vm))
                .with("attribute", "#uname")
                .with("operation", "ne")
                .with("value", node);
    }
}
