package vmconf.plan.diff;

import static vmconf.plan.PlanBlock.Kind.SETTINGS;
import static vmconf.plan.PlanBlock.Kind.SWITCH;
import static vmconf.plan.PlanBlock.Kind.VM;

import java.util.List;
import vmconf.plan.PlanBlock;

/// The table that says of each key of a plan what changing its value means.
public final class Effects {
    /// A row of the table.
    ///
    /// @param key of the block's values; `*` stands for the number of an item, `**` at the end for
    /// everything below
    /// @param presence it is about a value that comes or goes, not about one that changes
    /// @param reason why, a phrase for people
    public record Row(
            PlanBlock.Kind kind, String key, boolean presence, Effect effect, String reason) {
        boolean fits(PlanBlock.Kind block, String[] asked, boolean comesOrGoes) {
            String[] parts = key.split("/");
            if (block != kind || asked.length < parts.length || (presence && !comesOrGoes)) {
                return false;
            }
            for (int i = 0; i < parts.length; i++) {
                if (parts[i].equals("**")) {
                    return true;
                }
                if (!parts[i].equals("*") && !parts[i].equals(asked[i])) {
                    return false;
                }
            }
            return asked.length == parts.length;
        }
    }

    /// Every row; the first one that fits counts.
    public static final List<Row> TABLE =
            List.of(
                    row(SETTINGS, "vmconf-plan", Effect.NONE, "the version of the plan's form"),
                    row(SETTINGS, "target", Effect.NONE, "what the file was checked for"),
                    row(
                            SETTINGS,
                            "local/prefix",
                            Effect.NONE,
                            "the addresses are listed by themselves"),
                    row(SETTINGS, "local/**", Effect.RESTART, "gateways are set when a VM starts"),
                    row(
                            SETTINGS,
                            "socket-owner/**",
                            Effect.NEXT_START,
                            "the control socket is made when vmd starts"),
                    row(
                            SETTINGS,
                            "staggered-start/**",
                            Effect.NEXT_START,
                            "it is about the start of vmd"),
                    row(
                            SETTINGS,
                            "agentx/**",
                            Effect.NEXT_START,
                            "the connection is made when vmd starts"),
                    row(
                            SETTINGS,
                            "agentx",
                            Effect.NEXT_START,
                            "the connection is made when vmd starts"),
                    row(SWITCH, "id", Effect.NONE, "a number for descriptions"),
                    row(SWITCH, "name", Effect.LIVE, "a name; its interfaces follow"),
                    row(SWITCH, "enabled", Effect.LIVE, "interfaces join its bridge, or leave it"),
                    row(
                            SWITCH,
                            "interface",
                            Effect.LIVE,
                            "interfaces of machines that run join the other bridge"),
                    row(
                            SWITCH,
                            "group",
                            Effect.LIVE,
                            "interfaces of machines that run change their group"),
                    row(SWITCH, "rdomain", Effect.RESTART, "an interface stays in its domain"),
                    row(SWITCH, "locked-lladdr", Effect.LIVE, "the filter is set or lifted"),
                    row(SWITCH, "up", Effect.LIVE, "the link is set"),
                    row(
                            VM,
                            "id",
                            Effect.NONE,
                            "the addresses that follow are listed by themselves"),
                    row(VM, "name", Effect.RECREATE, "processes, files and addresses go by it"),
                    row(VM, "enabled", Effect.NEXT_START, "it is about the start of vmd"),
                    row(VM, "start/**", Effect.NONE, "it follows from the VMs that are enabled"),
                    row(VM, "start", Effect.NONE, "it follows from the VMs that are enabled"),
                    row(VM, "instance-of", Effect.NONE, "what is taken over is listed by itself"),
                    row(VM, "memory", Effect.RESTART, "it is given when the VM starts"),
                    row(VM, "cpus", Effect.RESTART, "they are given when the VM starts"),
                    row(
                            VM,
                            "boot/firmware",
                            Effect.RECREATE,
                            "what is installed boots with one only"),
                    row(VM, "boot/**", Effect.RESTART, "it is about how the VM comes up"),
                    row(VM, "disks/*", Effect.RESTART, "disks are attached when the VM starts"),
                    row(VM, "disks/**", Effect.RESTART, "disks are attached when the VM starts"),
                    presence(VM, "cdrom", Effect.RESTART, "a drive is made when the VM starts"),
                    row(VM, "cdrom", Effect.LIVE, "the medium is exchanged"),
                    row(
                            VM,
                            "interfaces/*",
                            Effect.RESTART,
                            "interfaces are made when the VM starts"),
                    row(VM, "interfaces/*/tap", Effect.RESTART, "it is opened when the VM starts"),
                    row(VM, "interfaces/*/lladdr", Effect.RESTART, "the guest's card has it"),
                    row(
                            VM,
                            "interfaces/*/locked-lladdr",
                            Effect.LIVE,
                            "the filter is set or lifted"),
                    row(VM, "interfaces/*/switch", Effect.LIVE, "it joins the other bridge"),
                    row(VM, "interfaces/*/group", Effect.LIVE, "it changes its group"),
                    row(VM, "interfaces/*/rdomain", Effect.RESTART, "it stays in its domain"),
                    row(VM, "interfaces/*/up", Effect.LIVE, "the link is set"),
                    row(
                            VM,
                            "interfaces/*/local/dhcp/host-name",
                            Effect.RESTART,
                            "answers are settled when the VM starts"),
                    row(
                            VM,
                            "interfaces/*/local/dhcp/boot-file",
                            Effect.RESTART,
                            "answers are settled when the VM starts"),
                    row(
                            VM,
                            "interfaces/*/local/dhcp/**",
                            Effect.NONE,
                            "it follows from the addresses"),
                    row(
                            VM,
                            "interfaces/*/local/**",
                            Effect.RESTART,
                            "addresses are set when the VM starts"),
                    row(
                            VM,
                            "interfaces/*/local",
                            Effect.RESTART,
                            "addresses are set when the VM starts"),
                    row(VM, "owner/**", Effect.LIVE, "permissions are looked up each time"),
                    row(
                            VM,
                            "allow-instance/**",
                            Effect.LIVE,
                            "permissions are looked up each time"),
                    row(VM, "sev", Effect.RESTART, "memory is encrypted when the VM starts"),
                    row(VM, "seves", Effect.RESTART, "memory is encrypted when the VM starts"));

    private Effects() {}

    private static Row row(PlanBlock.Kind kind, String key, Effect effect, String reason) {
        return new Row(kind, key, false, effect, reason);
    }

    private static Row presence(PlanBlock.Kind kind, String key, Effect effect, String reason) {
        return new Row(kind, key, true, effect, reason);
    }

    /// The row of a key, which is one that plans have.
    ///
    /// @param comesOrGoes it has a value before or after only
    static Row of(PlanBlock.Kind kind, String key, boolean comesOrGoes) {
        String[] parts = key.split("/");
        for (Row row : TABLE) {
            if (row.fits(kind, parts, comesOrGoes)) {
                return row;
            }
        }
        throw new IllegalArgumentException(kind + " " + key);
    }
}
