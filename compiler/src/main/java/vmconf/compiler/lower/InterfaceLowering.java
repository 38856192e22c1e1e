package vmconf.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.Ipv4Prefix;
import vmconf.compiler.value.Ipv6Prefix;
import vmconf.compiler.value.LocalAddresses;
import vmconf.compiler.value.MacAddress;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// The interfaces of a VM: its own, those of `interfaces N`, and those taken over from a parent.
final class InterfaceLowering {
    /// The name of an interface that may use any tap.
    private static final String ANY_TAP = "tap";

    private final Ipv4Prefix prefix;
    private final Optional<Ipv6Prefix> inet6Prefix;
    private final MacAddresses addresses;
    private final List<Switch> switches;

    InterfaceLowering(
            Ipv4Prefix prefix,
            Optional<Ipv6Prefix> inet6Prefix,
            MacAddresses addresses,
            List<Switch> switches) {
        this.prefix = prefix;
        this.inet6Prefix = inet6Prefix;
        this.addresses = addresses;
        this.switches = switches;
    }

    List<Interface> interfaces(Directive.Vm block, int id, Optional<Vm> parent) {
        String name = block.name().text();
        List<Interface> interfaces = new ArrayList<>();
        for (Directive.InVm option : block.options()) {
            if (option instanceof Directive.Interface nic) {
                interfaces.add(own(nic, name, id, interfaces.size()));
            }
        }
        int count =
                Blocks.last(block.options(), Directive.Interfaces.class)
                        .map(each -> Integer.parseInt(each.count().text()))
                        .orElse(0);
        while (interfaces.size() < count) {
            interfaces.add(unconnected(name, interfaces.size()));
        }
        List<Interface> inherited = parent.map(Vm::interfaces).orElse(List.of());
        while (interfaces.size() < inherited.size()) {
            int index = interfaces.size();
            interfaces.add(inherited(inherited.get(index), name, id, index));
        }
        return interfaces;
    }

    private Interface own(Directive.Interface nic, String vm, int id, int index) {
        Optional<Directive.Lladdr> lladdr = Blocks.last(nic.options(), Directive.Lladdr.class);
        Optional<MacAddress> written =
                lladdr.flatMap(Directive.Lladdr::address)
                        .flatMap(word -> MacAddress.parse(word.text()).value())
                        .filter(address -> !address.isZero());
        Optional<String> switchName =
                Blocks.last(nic.options(), Directive.InterfaceSwitch.class)
                        .map(each -> each.name().text());
        Optional<Switch> joined = switchName.flatMap(this::switchNamed);
        return new Interface(
                nic.name().map(Word::text).orElse(ANY_TAP),
                written.orElseGet(() -> addresses.derive(vm, index)).toString(),
                lladdr.map(Directive.Lladdr::locked).orElse(false)
                        || joined.map(Switch::lockedLladdr).orElse(false),
                switchName,
                Links.group(nic.options()),
                Links.rdomain(nic.options()).or(() -> joined.flatMap(Switch::rdomain)),
                Links.up(nic.options()),
                nic.local() ? Optional.of(local(id, index)) : Optional.empty());
    }

    /// vmd finds the first of that name; a disabled one is as if it were not there.
    private Optional<Switch> switchNamed(String name) {
        return switches.stream()
                .filter(each -> each.enabled() && each.name().equals(name))
                .findFirst();
    }

    private Interface unconnected(String vm, int index) {
        return new Interface(
                ANY_TAP,
                addresses.derive(vm, index).toString(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty());
    }

    /// Everything but the MAC address and the name, as vm.conf(5) says.
    private Interface inherited(Interface parent, String vm, int id, int index) {
        return new Interface(
                ANY_TAP,
                addresses.derive(vm, index).toString(),
                parent.lockedLladdr(),
                parent.switchName(),
                parent.group(),
                parent.rdomain(),
                parent.up(),
                parent.local().map(each -> local(id, index)));
    }

    private LocalAddress local(int id, int index) {
        long host = LocalAddresses.host(prefix, id, index);
        return new LocalAddress(
                Ipv4Prefix.dotted(host),
                Ipv4Prefix.dotted(host + 1),
                inet6Prefix.map(each -> each.address(LocalAddresses.hostInet6(host + 1))));
    }
}
