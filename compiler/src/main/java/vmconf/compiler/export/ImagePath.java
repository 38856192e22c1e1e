package vmconf.compiler.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Plan;
import vmconf.plan.Vm;

/// Where a plan names an image of a machine.
///
/// @param pointer the value's place in the plan, a JSON Pointer (RFC 6901)
public record ImagePath(String pointer, String path) {

    /// All of them: disks, CD, what is booted, the firmware's variables.
    public static List<ImagePath> of(Plan plan) {
        List<ImagePath> all = new ArrayList<>();
        for (int i = 0; i < plan.vms().size(); i++) {
            addTo(all, plan.vms().get(i), "/vms/" + i);
        }
        return List.copyOf(all);
    }

    private static void addTo(List<ImagePath> all, Vm vm, String pointer) {
        for (int i = 0; i < vm.disks().size(); i++) {
            all.add(new ImagePath(pointer + "/disks/" + i + "/path", vm.disks().get(i).path()));
        }
        vm.cdrom().ifPresent(each -> all.add(new ImagePath(pointer + "/cdrom", each)));
        vm.boot().image().ifPresent(each -> all.add(new ImagePath(pointer + "/boot/image", each)));
        vm.boot()
                .efivars()
                .ifPresent(each -> all.add(new ImagePath(pointer + "/boot/efivars", each)));
    }

    /// Refusals of those that are relative, by targets that run elsewhere.
    ///
    /// @param reason why the target takes absolute paths only
    public static List<Remark> relative(Plan plan, String reason) {
        return of(plan).stream()
                .filter(each -> !each.path().startsWith("/"))
                .map(
                        each ->
                                new Remark(
                                        each.pointer(),
                                        Fate.REFUSED,
                                        reason,
                                        Optional.of(
                                                "--base FOLDER names the folder that relative"
                                                        + " paths start from")))
                .toList();
    }
}
