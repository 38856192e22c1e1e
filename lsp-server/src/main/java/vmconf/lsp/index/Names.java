package vmconf.lsp.index;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// Named things in a line of text.
public final class Names {
    private Names() {}

    private static <T extends Directive> Stream<T> all(
            List<? extends Directive> options, Class<T> kind) {
        return options.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static <T> Optional<T> last(Stream<T> stream) {
        return stream.reduce((first, second) -> second);
    }

    /// The last of `enable` and `disable` is `disable`.
    public static boolean disabled(Directive.Switch each) {
        return last(each.options().stream()
                        .filter(
                                option ->
                                        option instanceof Directive.Enable
                                                || option instanceof Directive.Disable))
                .map(Directive.Disable.class::isInstance)
                .orElse(false);
    }

    /// Such as `switch "uplink" on bridge0`.
    public static String summary(Directive.Switch each) {
        String bridge = bridge(each);
        return "switch \"" + each.name().text() + "\"" + (bridge.isEmpty() ? "" : " on " + bridge);
    }

    /// The bridge of a switch; empty where none is named.
    public static String bridge(Directive.Switch each) {
        return last(all(each.options(), Directive.SwitchInterface.class))
                .map(Directive.SwitchInterface::bridge)
                .filter(Word::known)
                .map(Word::text)
                .orElse("");
    }

    /// Such as `vm "base": 1G memory, 1 disk, 2 interfaces`.
    public static String summary(Directive.Vm vm) {
        String memory =
                last(all(vm.options(), Directive.Memory.class))
                        .map(each -> each.size().text() + " memory, ")
                        .orElse("");
        long disks = all(vm.options(), Directive.Disk.class).count();
        long nics = all(vm.options(), Directive.Interface.class).count();
        return "vm \"%s\": %s%s, %s"
                .formatted(
                        vm.name().text(), memory, count(disks, "disk"), count(nics, "interface"));
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /// The switch names that interfaces of a VM refer to.
    public static Stream<Word> switchReferences(Directive.Vm vm) {
        return all(vm.options(), Directive.Interface.class)
                .flatMap(nic -> all(nic.options(), Directive.InterfaceSwitch.class))
                .map(Directive.InterfaceSwitch::name);
    }
}
