package vmconf.compiler.lower;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Feature;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.Ipv4Prefix;
import vmconf.compiler.value.Ipv6Prefix;
import vmconf.compiler.value.LocalAddresses;
import vmconf.plan.LocalNetwork;
import vmconf.plan.Plan;
import vmconf.plan.StaggeredStart;
import vmconf.plan.Vm;

/// Makes the plan of a Config that has no errors.
public final class Lowering {
    private final Config config;
    private final Trace trace;
    private final boolean asVmd;
    private final Globals globals;
    private final LocalLowering local;
    private final Switches switches;
    private final Map<String, Vm> vms = new LinkedHashMap<>();

    /// All that vmd takes from a further block of a name is its boot image, or that it has none
    /// (`vmconf-language` section 5, 2).
    private final Map<String, Directive.Vm> lastOfName = new HashMap<>();

    private Lowering(Config config, Trace trace) {
        this.config = config;
        this.trace = trace;
        this.asVmd = !config.target().isNative();
        this.globals = new Globals(config, trace);
        boolean strict = config.target().has(Feature.STRICT_LOCAL_PREFIX);
        Ipv4Prefix prefix =
                LocalAddresses.prefix(
                        config.all(Directive.LocalPrefix.class).map(each -> each.prefix().text()),
                        strict);
        Optional<Ipv6Prefix> inet6Prefix =
                config.all(Directive.LocalInet6.class)
                        .flatMap(each -> each.prefix().stream())
                        .flatMap(word -> Ipv6Prefix.parse(word.text(), strict).value().stream())
                        .reduce((first, last) -> last);
        this.local = new LocalLowering(prefix, inet6Prefix);
        this.switches = new Switches(trace.at("switches"));
    }

    /// The plan.
    ///
    /// @param seed decides the MAC addresses that the file does not give
    public static Plan plan(Config config, String seed) {
        return new Lowering(config, Trace.NONE).plan(seed, Optional.empty());
    }

    /// The plan, which says of each value where it came from.
    ///
    /// @param seed decides the MAC addresses that the file does not give
    public static Plan planWithProvenance(Config config, String seed) {
        Recording recording = Recording.begin();
        return new Lowering(config, recording).plan(seed, Optional.of(recording));
    }

    private Plan plan(String seed, Optional<Recording> recording) {
        LocalNetwork network = globals.local(local);
        StaggeredStart staggered = globals.staggeredStart();
        blocks(seed, staggered);
        if (switches.all().isEmpty()) {
            trace.at("switches").standard("none in the file");
        }
        if (vms.isEmpty()) {
            trace.at("vms").standard("none in the file");
        }
        return new Plan(
                Plan.VERSION,
                config.target().word(),
                network,
                globals.socketOwner(),
                staggered,
                globals.agentx(),
                switches.all(),
                List.copyOf(vms.values()),
                recording.map(Recording::noted));
    }

    /// vmd knows only the switches above a VM; for our own runtime their order does not matter.
    private void blocks(String seed, StaggeredStart staggered) {
        if (asVmd) {
            config.vms().forEach(each -> lastOfName.put(each.name().text(), each));
        } else {
            config.switches().forEach(switches::add);
        }
        InterfaceLowering interfaces =
                new InterfaceLowering(local, new MacAddresses(seed, config.vms()), switches, asVmd);
        VmLowering lowering = new VmLowering(interfaces, new Permissions(asVmd), staggered);
        Trace list = trace.at("vms");
        for (Directive statement : config.statements()) {
            if (statement instanceof Directive.Switch block && asVmd) {
                switches.add(block);
            } else if (statement instanceof Directive.Vm block) {
                add(block, lowering, list);
            }
        }
    }

    private void add(Directive.Vm block, VmLowering lowering, Trace list) {
        String name = block.name().text();
        if (vms.containsKey(name)) {
            return;
        }
        Optional<Vm> parent =
                block.parent().map(Word::text).filter(each -> !each.isEmpty()).map(vms::get);
        int index = vms.size();
        Directive.Vm last = lastOfName.getOrDefault(name, block);
        vms.put(name, lowering.vm(block, last, index + 1, parent, list.at(index)));
    }
}
