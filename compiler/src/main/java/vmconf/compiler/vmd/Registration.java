package vmconf.compiler.vmd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import vmconf.compiler.value.HostNames;
import vmconf.compiler.value.MacAddress;

/// Registers what is read as vmd does for root (`vmconf-language` section 5), mistakes and all.
final class Registration {
    private static final long DEFAULT_MEMORY = 512L << 20;

    /// vmd draws the last two bytes at random; here they are zero.
    private static final long CHOSEN_ADDRESS = 0xfee1bbd00000L;

    private static final String INVALID = "Invalid argument";

    /// vmd's own numbers of errors, which strerror(3) does not know.
    private static final String NO_DEVICES = "Unknown error: 1002";

    private static final String NO_PARENT = "Unknown error: 1007";

    private final List<Registry.Switch> switches = new ArrayList<>();
    private final Map<String, SwitchSettings> firstSwitches = new HashMap<>();
    private final Map<String, Registry.Vm> vms = new LinkedHashMap<>();

    Registry registry() {
        return new Registry(new ArrayList<>(vms.values()), switches);
    }

    void add(SwitchSettings settings) {
        switches.add(new Registry.Switch(switches.size() + 1, settings));
        firstSwitches.putIfAbsent(settings.name(), settings);
    }

    Outcome add(VmSettings written) {
        VmSettings settings = written;
        if (written.parent().isPresent()) {
            Registry.Vm parent = vms.get(written.parent().get());
            if (parent == null) {
                return Outcome.Refused.bare(NO_PARENT);
            }
            if (vms.containsKey(written.name())) {
                return Outcome.Refused.bare("Too many processes");
            }
            Inheritance inheritance = new Inheritance(parent.settings(), written);
            Optional<Outcome.Refused> refusal = inheritance.refusal();
            if (refusal.isPresent()) {
                return refusal.get();
            }
            settings = inheritance.settings();
        }
        Registry.Vm known = vms.get(settings.name());
        if (known != null) {
            replaceBootImage(known, settings);
            return new Outcome.Skipped();
        }
        Optional<Outcome.Refused> refusal = refusal(settings);
        return refusal.isPresent() ? refusal.get() : register(settings);
    }

    /// All that vmd takes from the second block of a name is its boot image, or that it has none.
    private void replaceBootImage(Registry.Vm known, VmSettings second) {
        VmSettings first = known.settings();
        VmSettings.Boot boot = new VmSettings.Boot(second.boot().kernel(), first.boot().device());
        vms.put(first.name(), new Registry.Vm(known.id(), first.with(boot)));
    }

    private static Optional<Outcome.Refused> refusal(VmSettings vm) {
        if (!vm.equipped()) {
            return Optional.of(
                    Outcome.Refused.because("invalid configuration, no devices", NO_DEVICES));
        }
        if (vm.hardware().disks().isEmpty() && vm.hardware().cdrom().isEmpty()) {
            // A boot image would do, says the message, but vmd looks for one that is open already.
            return Optional.of(
                    Outcome.Refused.because("no kernel or disk/cdrom specified", INVALID));
        }
        if (HostNames.vm(vm.name()).isPresent()) {
            return Optional.of(Outcome.Refused.because("invalid VM name", INVALID));
        }
        return Optional.empty();
    }

    private Outcome register(VmSettings vm) {
        VmSettings.Hardware given = vm.hardware();
        List<Nic> nics = new ArrayList<>();
        for (Nic nic : given.nics()) {
            nics.add(completed(nic, nics.size() + 1));
        }
        VmSettings.Hardware complete =
                new VmSettings.Hardware(
                        OptionalLong.of(given.memory().orElse(DEFAULT_MEMORY)),
                        given.disks(),
                        nics,
                        given.cdrom(),
                        given.sev(),
                        given.seves());
        int id = vms.size() + 1;
        vms.put(vm.name(), new Registry.Vm(id, vm.with(complete)));
        return new Outcome.Registered(id);
    }

    /// An interface without a switch joins the one whose name is empty, if there is such a one.
    ///
    /// @param number of the interface in its VM, from 1
    private Nic completed(Nic nic, int number) {
        SwitchSettings joined = firstSwitches.get(nic.switchName().orElse(""));
        Nic marked = joined == null ? nic : nic.marked(joined);
        return marked.lladdr().isPresent()
                ? marked
                : marked.addressed(new MacAddress(CHOSEN_ADDRESS | (long) number << 16));
    }
}
