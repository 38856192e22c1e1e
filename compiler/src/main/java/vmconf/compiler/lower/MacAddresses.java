package vmconf.compiler.lower;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.MacAddress;

/// MAC addresses under vmd's prefix fe:e1:bb, derived from seed, VM and interface number, no two
/// alike in a plan.
final class MacAddresses {
    private static final long PREFIX = 0xfee1bbL << 24;
    private static final long LOW = 0xffffffL;

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
        long low = hash(seed + "\0" + vm + "\0" + index) & LOW;
        while (!taken.add(PREFIX | low)) {
            low = (low + 1) & LOW;
        }
        return new MacAddress(PREFIX | low);
    }

    /// FNV-1a, 64 bits, then mixed so that every bit of the text reaches the low ones.
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
