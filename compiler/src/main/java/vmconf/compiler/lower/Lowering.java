package vmconf.compiler.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Feature;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.Ipv4Prefix;
import vmconf.compiler.value.Ipv6Prefix;
import vmconf.compiler.value.LocalAddresses;
import vmconf.plan.Agentx;
import vmconf.plan.LocalNetwork;
import vmconf.plan.Owner;
import vmconf.plan.Plan;
import vmconf.plan.StaggeredStart;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// Makes the plan of a Config that has no errors.
public final class Lowering {
    private final Config config;
    private final Ipv4Prefix prefix;
    private final Optional<Ipv6Prefix> inet6Prefix;
    private final MacAddresses addresses;

    private Lowering(Config config, String seed) {
        this.config = config;
        boolean strict = config.target().has(Feature.STRICT_LOCAL_PREFIX);
        this.prefix =
                LocalAddresses.prefix(
                        config.all(Directive.LocalPrefix.class).map(each -> each.prefix().text()),
                        strict);
        this.inet6Prefix =
                config.all(Directive.LocalInet6.class)
                        .flatMap(each -> each.prefix().stream())
                        .flatMap(word -> Ipv6Prefix.parse(word.text(), strict).value().stream())
                        .reduce((first, last) -> last);
        this.addresses = new MacAddresses(seed, config.vms());
    }

    /// The plan.
    ///
    /// @param seed decides the MAC addresses that the file does not give
    public static Plan plan(Config config, String seed) {
        return new Lowering(config, seed).plan();
    }

    private Plan plan() {
        List<Switch> switches = switches();
        return new Plan(
                Plan.VERSION,
                config.target().word(),
                local(),
                last(Directive.SocketOwner.class)
                        .map(each -> Owners.of(each.owner()))
                        .orElse(Owner.ROOT),
                last(Directive.StaggeredStart.class)
                        .map(Lowering::staggered)
                        .orElse(StaggeredStart.DEFAULT),
                agentx(),
                switches,
                vms(switches));
    }

    private LocalNetwork local() {
        boolean inet6 = config.all(Directive.LocalInet6.class).findAny().isPresent();
        return new LocalNetwork(prefix.toString(), inet6, inet6Prefix.map(Ipv6Prefix::toString));
    }

    private static StaggeredStart staggered(Directive.StaggeredStart start) {
        return new StaggeredStart(
                Optional.of(Long.parseLong(start.parallel().text())),
                Long.parseLong(start.delay().text()));
    }

    private Optional<Agentx> agentx() {
        List<Directive.InAgentx> options =
                config.all(Directive.Agentx.class)
                        .flatMap(each -> each.options().stream())
                        .toList();
        if (config.all(Directive.Agentx.class).findAny().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Agentx(
                        Blocks.last(options, Directive.Context.class)
                                .map(each -> each.name().text())
                                .orElse(""),
                        Blocks.last(options, Directive.Path.class)
                                .map(each -> each.path().text())
                                .orElse(Agentx.DEFAULT_PATH)));
    }

    private List<Switch> switches() {
        List<Switch> switches = new ArrayList<>();
        config.switches().forEach(each -> switches.add(switchOf(each, switches.size() + 1)));
        return switches;
    }

    private static Switch switchOf(Directive.Switch block, int id) {
        return new Switch(
                id,
                block.name().text(),
                Blocks.enabled(block.options()),
                Blocks.last(block.options(), Directive.SwitchInterface.class)
                        .map(each -> each.bridge().text())
                        .orElseGet(() -> defaultBridge(id)),
                Links.group(block.options()),
                Links.rdomain(block.options()),
                Blocks.last(block.options(), Directive.LockedLladdr.class).isPresent(),
                Links.up(block.options()));
    }

    /// The bridge of a switch that names none, which no target of today allows.
    private static String defaultBridge(int id) {
        return "bridge" + (id - 1);
    }

    private List<Vm> vms(List<Switch> switches) {
        Map<String, Vm> vms = new LinkedHashMap<>();
        VmLowering lowering =
                new VmLowering(new InterfaceLowering(prefix, inet6Prefix, addresses, switches));
        config.vms()
                .forEach(
                        block -> {
                            Optional<Vm> parent =
                                    block.parent()
                                            .map(Word::text)
                                            .filter(name -> !name.isEmpty())
                                            .map(vms::get);
                            Vm vm = lowering.vm(block, vms.size() + 1, parent);
                            vms.putIfAbsent(vm.name(), vm);
                        });
        return List.copyOf(vms.values());
    }

    private <T extends Directive> Optional<T> last(Class<T> kind) {
        Stream<T> all = config.all(kind);
        return all.reduce((first, second) -> second);
    }
}
