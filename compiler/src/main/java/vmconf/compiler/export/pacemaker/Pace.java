package vmconf.compiler.export.pacemaker;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vmconf.compiler.export.xml.Xml;
import vmconf.plan.StaggeredStart;

/// Waves of starts with a wait between them: the wait is a resource, whose start takes as long, and
/// a wave waits for it as it waits for the wave before.
///
/// The order is optional: it holds among what one transition of the cluster starts, and a machine
/// that cannot start holds up no other.
record Pace(StaggeredStart staggered, List<Wave> waves) {
    /// Nobody waits longer than a day; 64 bits of seconds are more than Pacemaker counts.
    private static final long LONGEST = 86_400;

    private static final long MARGIN = 30;

    /// Seconds between two waves.
    private long seconds() {
        return Math.clamp(staggered.delay(), 0, LONGEST);
    }

    private static String id(int gap) {
        return "vm.delay-" + gap;
    }

    /// A resource for each gap between two waves, numbered from 1.
    Stream<Xml> delays() {
        return seconds() == 0
                ? Stream.empty()
                : IntStream.range(1, waves.size()).mapToObj(this::delay);
    }

    /// The agent would also wait where it is asked how it is, and where it stops.
    private Xml delay(int gap) {
        Xml attributes =
                Xml.element(
                                "instance_attributes",
                                Ids.pair("vm.startdelay-" + gap, "startdelay", seconds() + ""),
                                Ids.pair("vm.stopdelay-" + gap, "stopdelay", "0"),
                                Ids.pair("vm.mondelay-" + gap, "mondelay", "0"))
                        .with("id", "vm.delay.attributes-" + gap);
        Xml start =
                Xml.element("op")
                        .with("id", "vm.delay.start-" + gap)
                        .with("name", "start")
                        .with("interval", "0s")
                        .with("timeout", seconds() + MARGIN + "s");
        return Xml.element("primitive", attributes, Xml.element("operations", start))
                .with("id", id(gap))
                .with("class", "ocf")
                .with("provider", "heartbeat")
                .with("type", "Delay");
    }

    /// The order of all waves.
    Stream<Xml> order() {
        if (waves.size() < 2) {
            return Stream.empty();
        }
        Stream<Xml> sets = IntStream.range(0, waves.size()).boxed().flatMap(this::sets);
        return Stream.of(
                Xml.element("rsc_order")
                        .with("id", "vm.order")
                        .with("kind", "Optional")
                        .with("symmetrical", "false")
                        .add(sets));
    }

    private Stream<Xml> sets(int wave) {
        Xml machines =
                set("vm.wave-" + (wave + 1), waves.get(wave).vms().stream().map(Ids::resource));
        return wave == 0 || seconds() == 0
                ? Stream.of(machines)
                : Stream.of(set("vm.wait-" + wave, Stream.of(id(wave))), machines);
    }

    private static Xml set(String id, Stream<String> resources) {
        return Xml.element("resource_set")
                .with("id", id)
                .with("sequential", "false")
                .add(resources.map(each -> Xml.element("resource_ref").with("id", each)));
    }
}
