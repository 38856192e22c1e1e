package vmconf.compiler.edit;

import java.util.Map;
import vmconf.plan.PlanBlock;

/// The key by which a plan knows what a directive says.
///
/// @param block the name of the VM or switch; empty for the settings outside
record PlanKey(PlanBlock.Kind kind, String block, String key) {
    /// Where the plan calls it otherwise than the schema does.
    private static final Map<String, String> OTHERS =
            Map.ofEntries(
                    Map.entry("enable", "enabled"),
                    Map.entry("disable", "enabled"),
                    Map.entry("down", "up"),
                    Map.entry("boot", "boot/image"),
                    Map.entry("kernel", "boot/image"),
                    Map.entry("boot-device", "boot/device"),
                    Map.entry("firmware", "boot/firmware"),
                    Map.entry("efivars", "boot/efivars"),
                    Map.entry("disk", "disks"),
                    Map.entry("interface", "interfaces"),
                    Map.entry("switch-interface", "interface"),
                    Map.entry("interface-switch", "switch"),
                    Map.entry("local-prefix", "local/prefix"),
                    Map.entry("local-inet6", "local/inet6"));

    /// @param number of the item of a list, from 1; 0 for what is no list
    static PlanKey of(Subject subject, Form form, int number) {
        String key = name(form) + (number == 0 ? "" : "/" + (number - 1));
        return switch (subject) {
            case Subject.VmNamed(var name) -> new PlanKey(PlanBlock.Kind.VM, name, key);
            case Subject.SwitchNamed(var name) -> new PlanKey(PlanBlock.Kind.SWITCH, name, key);
            case Subject.Settings() -> new PlanKey(PlanBlock.Kind.SETTINGS, "", key);
            case Subject.MacroNamed _ -> new PlanKey(PlanBlock.Kind.SETTINGS, "", "");
        };
    }

    private static String name(Form form) {
        return OTHERS.getOrDefault(form.info().name(), form.info().name());
    }

    /// The value behind a keyword.
    PlanKey of(String keyword) {
        return new PlanKey(kind, block, key + "/" + keyword);
    }

    /// An option of an interface.
    PlanKey option(Form form) {
        return of(name(form));
    }

    boolean covers(String other) {
        return other.equals(key) || other.startsWith(key + "/");
    }
}
