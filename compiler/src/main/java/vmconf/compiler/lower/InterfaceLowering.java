package vmconf.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.MacAddress;
import vmconf.plan.BootDevice;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;
import vmconf.plan.Vm;

/// The interfaces of a VM: its own, those of `interfaces N`, and those taken over from a parent.
///
/// @param asVmd what is taken over is what OpenBSD's vmd takes over (`vmconf-language` sections 5
/// and 6), not what vm.conf(5) says
record InterfaceLowering(
        LocalLowering local, MacAddresses addresses, Switches switches, boolean asVmd) {
    /// The name of an interface that may use any tap.
    private static final String ANY_TAP = "tap";

    private static final List<String> TAKEN_OVER =
            List.of("locked-lladdr", "switch", "group", "rdomain", "up");

    private static final String DERIVED_ADDRESS =
            "seed, name of the VM and number of the interface";

    List<Interface> interfaces(
            Directive.Vm block, int id, BootDevice device, Optional<Vm> parent, Trace trace) {
        Place vm = new Place(block.name().text(), id, device, trace);
        List<Interface> interfaces = new ArrayList<>();
        for (Directive.InVm option : block.options()) {
            if (option instanceof Directive.Interface nic) {
                interfaces.add(own(nic, vm, interfaces.size()));
            }
        }
        Blocks.last(block.options(), Directive.Interfaces.class)
                .ifPresent(each -> fill(interfaces, each, vm));
        List<Interface> inherited = parent.map(Vm::interfaces).orElse(List.of());
        while (interfaces.size() < inherited.size()) {
            int index = interfaces.size();
            interfaces.add(inherited(inherited.get(index), parent.orElseThrow(), vm, index));
        }
        if (interfaces.isEmpty()) {
            trace.standard(Directive.Interface.class);
        }
        return interfaces;
    }

    /// The VM whose interfaces are settled.
    ///
    /// @param trace of the list
    private record Place(String name, int id, BootDevice device, Trace trace) {}

    private Interface own(Directive.Interface nic, Place vm, int index) {
        Trace trace = vm.trace().at(index);
        trace.written(nic.span());
        nic.name()
                .ifPresentOrElse(
                        each -> trace.at("tap").written(each.span()),
                        () -> trace.at("tap").standard("any that is free"));
        Settings settings = new Settings(nic.options(), Optional.empty(), trace);
        Optional<String> switchName =
                settings.own(
                        "switch",
                        Directive.InterfaceSwitch.class,
                        each -> Settings.Written.of(each.name()));
        Optional<Switches.Joined> joined = joined(switchName);
        return new Interface(
                nic.name().map(Word::text).orElse(ANY_TAP),
                lladdr(settings, vm, index),
                locked(settings, joined),
                switchName,
                Links.group(settings),
                rdomain(settings, joined),
                Links.up(settings),
                nic.local() ? Optional.of(local(vm, index)) : notLocal(trace));
    }

    /// In vmd an interface without a switch joins the switch without a name, if there is one.
    private Optional<Switches.Joined> joined(Optional<String> name) {
        return asVmd ? switches.named(name.orElse("")) : name.flatMap(switches::named);
    }

    private String lladdr(Settings settings, Place vm, int index) {
        Optional<Word> written =
                Blocks.last(settings.options(), Directive.Lladdr.class)
                        .flatMap(Directive.Lladdr::address);
        Optional<MacAddress> address =
                written.flatMap(word -> MacAddress.parse(word.text()).value())
                        .filter(each -> !each.isZero());
        if (address.isEmpty()) {
            return derived(vm, index);
        }
        settings.trace().at("lladdr").written(written.orElseThrow().span());
        return address.get().toString();
    }

    private String derived(Place vm, int index) {
        vm.trace().at(index).at("lladdr").derived(DERIVED_ADDRESS);
        return addresses.derive(vm.name(), index).toString();
    }

    private static boolean locked(Settings settings, Optional<Switches.Joined> joined) {
        Trace trace = settings.trace().at("locked-lladdr");
        Optional<Directive.Lladdr> own =
                settings.options().stream()
                        .filter(Directive.Lladdr.class::isInstance)
                        .map(Directive.Lladdr.class::cast)
                        .filter(Directive.Lladdr::locked)
                        .findFirst();
        boolean shared = joined.map(each -> each.joined().lockedLladdr()).orElse(false);
        if (own.isEmpty() && shared) {
            Switches.Joined from = joined.orElseThrow();
            trace.ofSwitch(from.joined(), from.index(), "locked-lladdr");
            return true;
        }
        trace.writtenOr(own.map(Directive::span), Directive.LockedLladdr.class);
        return own.isPresent();
    }

    /// vmd notes that a switch has a routing domain, not which; so the interface is in domain 0.
    private Optional<Integer> rdomain(Settings settings, Optional<Switches.Joined> joined) {
        Optional<Integer> own = Links.rdomain(settings);
        Optional<Integer> shared = joined.flatMap(each -> each.joined().rdomain());
        if (own.isPresent() || shared.isEmpty()) {
            return own;
        }
        Trace trace = settings.trace().at("rdomain");
        if (asVmd) {
            trace.derived("vmd notes that the switch has a routing domain, but not which");
            return Optional.of(0);
        }
        Switches.Joined from = joined.orElseThrow();
        trace.ofSwitch(from.joined(), from.index(), "rdomain");
        return shared;
    }

    private static Optional<LocalAddress> notLocal(Trace trace) {
        trace.at("local").standard("no local interface");
        return Optional.empty();
    }

    private LocalAddress local(Place vm, int index) {
        Trace trace = vm.trace().at(index).at("local");
        return local.address(vm.id(), index, vm.name(), vm.device(), trace);
    }

    private void fill(List<Interface> interfaces, Directive.Interfaces directive, Place vm) {
        int count = Integer.parseInt(directive.count().text());
        while (interfaces.size() < count) {
            int index = interfaces.size();
            vm.trace().at(index).written(directive.span());
            Settings none = new Settings(List.of(), Optional.empty(), vm.trace().at(index));
            Optional<Switches.Joined> joined = joined(Optional.empty());
            interfaces.add(
                    new Interface(
                            ANY_TAP,
                            derived(vm, index),
                            locked(none, joined),
                            Optional.empty(),
                            Optional.empty(),
                            rdomain(none, joined),
                            true,
                            Optional.empty()));
        }
    }

    /// Everything but the MAC address and the name, as vm.conf(5) says; vmd takes those over too.
    private Interface inherited(Interface parents, Vm parent, Place vm, int index) {
        Trace trace = vm.trace().at(index);
        trace.inherited(parent);
        TAKEN_OVER.forEach(key -> trace.at(key).inherited(parent));
        if (asVmd) {
            trace.at("tap").inherited(parent);
            trace.at("lladdr").inherited(parent);
        } else {
            trace.at("tap").standard("any that is free; no instance takes over a name");
        }
        return new Interface(
                asVmd ? parents.tap() : ANY_TAP,
                asVmd ? parents.lladdr() : derived(vm, index),
                parents.lockedLladdr(),
                parents.switchName(),
                parents.group(),
                parents.rdomain(),
                parents.up(),
                parents.local().map(_ -> local(vm, index)));
    }
}
