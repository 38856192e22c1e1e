package vmconf.compiler.export.linux;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.OneLine;
import vmconf.compiler.export.Places;
import vmconf.plan.Owner;
import vmconf.plan.Plan;
import vmconf.plan.Vm;

/// Users and groups that a plan names (sysusers.d(5)). Groups are made; users are people, whose
/// accounts are not made by the way.
final class Accounts {
    static final String FILE = "vmd-sysusers.conf";

    /// What systemd-sysusers takes.
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,30}");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Plan plan;
    private final Map<String, String> users = new LinkedHashMap<>();
    private final Map<String, String> groups = new LinkedHashMap<>();

    Accounts(Plan plan) {
        this.plan = plan;
        add(plan.socketOwner(), "control socket", "/socket-owner");
        for (int i = 0; i < plan.vms().size(); i++) {
            Vm vm = plan.vms().get(i);
            String pointer = "/vms/" + i;
            add(vm.owner(), "vm \"%s\"".formatted(vm.name()), pointer + "/owner");
            vm.allowInstance()
                    .owner()
                    .ifPresent(
                            each ->
                                    add(
                                            each,
                                            "instances of vm \"%s\"".formatted(vm.name()),
                                            pointer + "/allow-instance/owner"));
        }
    }

    private void add(Owner owner, String what, String pointer) {
        put(users, Optional.of(owner.user()), what, pointer + "/user");
        put(groups, owner.group(), what, pointer + "/group");
    }

    private void put(
            Map<String, String> names, Optional<String> name, String what, String pointer) {
        if (name.isPresent()
                && !name.get().equals("root")
                && !NUMBER.matcher(name.get()).matches()) {
            names.putIfAbsent(name.get(), what + Places.comment(plan, pointer));
        }
    }

    /// Names of people, each with what for.
    Map<String, String> users() {
        return users;
    }

    /// Names of groups, each with what for.
    Map<String, String> groups() {
        return groups;
    }

    Artifact file() {
        StringBuilder text =
                new StringBuilder(
                        """
                        # As whom vmd runs QEMU.
                        u _vmd - "virtual machines of vmd" /nonexistent
                        """);
        groups.forEach(
                (name, what) -> {
                    String comment = OneLine.of(what);
                    text.append(
                            NAME.matcher(name).matches()
                                    ? "# %s\ng %s -\n".formatted(comment, name)
                                    : "# %s: group \"%s\" has to be made by other means\n"
                                            .formatted(comment, OneLine.of(name)));
                });
        return new Artifact(FILE, text.toString());
    }
}
