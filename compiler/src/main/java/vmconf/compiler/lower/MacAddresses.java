package vmconf.compiler.lower;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.MacAddress;
import vmconf.plan.DerivedLladdr;

/// MAC addresses under vmd's prefix fe:e1:bb, derived from seed, VM and interface number, no two
/// alike in a plan.
final class MacAddresses {
    private final String seed;
    private final Set<Long> taken = new HashSet<>();

    /// @param vms their written addresses are never derived for another interface
    MacAddresses(String seed, Stream<Directive.Vm> vms) {
        this.seed = seed;
        vms.flatMap(vm -> vm.options().stream())
                .filter(Directive.Interface.class::isInstance)
                .map(Directive.Interface.class::cast)
                .flatMap(nic -> nic.options().stream())
                .filter(Directive.Lladdr.class::isInstance)
                .map(Directive.Lladdr.class::cast)
                .flatMap(lladdr -> lladdr.address().stream())
                .map(Word::text)
                .flatMap(text -> MacAddress.parse(text).value().stream())
                .forEach(address -> taken.add(address.bits()));
    }

    /// An address for an interface whose file gives none.
    ///
    /// @param index number of the interface, from 0
    MacAddress derive(String vm, int index) {
        return new MacAddress(DerivedLladdr.bits(seed, vm, index, taken));
    }
}
