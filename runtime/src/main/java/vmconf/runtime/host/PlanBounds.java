package vmconf.runtime.host;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vmconf.plan.DhcpAnswer;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// Checks that a plan keeps the limits its format promises. The compiler's plans do; a plan file
/// may have been written by hand, and its values become file names and arguments.
public final class PlanBounds {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern LINK = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,14}");
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");
    private static final Pattern INET = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern INET6 = Pattern.compile("[0-9a-f:.]{2,45}");
    private static final long MEBIBYTE = 1 << 20;
    private static final int MOST_VMS = 16_384;
    private static final int MOST_DEVICES = 4;
    private static final int MOST_CPUS = 64;
    private static final int LONGEST_PATH = 1023;

    private PlanBounds() {}

    /// What is wrong with the plan, one sentence each; empty when nothing is.
    public static List<String> problems(Plan plan) {
        if (plan.vms().size() > MOST_VMS) {
            return List.of("more than %d vms".formatted(MOST_VMS));
        }
        Set<String> names = new HashSet<>();
        Set<Integer> ids = new HashSet<>();
        Stream<String> repeated =
                plan.vms().stream()
                        .filter(vm -> !names.add(vm.name()) || !ids.add(vm.id()) || vm.id() < 1)
                        .map(vm -> "vm \"%s\": name or id is not unique".formatted(vm.name()));
        Stream<String> single = plan.vms().stream().flatMap(PlanBounds::problemsOf);
        Stream<String> switches =
                plan.switches().stream()
                        .map(Switch::bridge)
                        .filter(bridge -> !LINK.matcher(bridge).matches())
                        .map(bridge -> "invalid switch interface \"%s\"".formatted(bridge));
        return Stream.of(repeated, single, switches).flatMap(each -> each).toList();
    }

    /// What is wrong with one VM, in the same way.
    public static List<String> problems(Vm vm) {
        return problemsOf(vm).toList();
    }

    private static Stream<String> problemsOf(Vm vm) {
        Stream<String> own =
                Stream.of(
                                unless(NAME.matcher(vm.name()).matches(), "invalid VM name"),
                                unless(vm.memory() >= MEBIBYTE, "invalid memory size"),
                                unless(
                                        vm.cpus() >= 1 && vm.cpus() <= MOST_CPUS,
                                        "invalid number of CPUs"),
                                unless(
                                        vm.disks().size() <= MOST_DEVICES,
                                        "invalid number of disks"),
                                unless(
                                        vm.interfaces().size() <= MOST_DEVICES,
                                        "invalid number of interfaces"),
                                unless(paths(vm).allMatch(PlanBounds::isPath), "invalid path"))
                        .flatMap(each -> each);
        Stream<String> links =
                vm.interfaces().stream()
                        .filter(each -> !isSound(each))
                        .map(each -> "invalid interface");
        return Stream.concat(own, links)
                .map(problem -> "vm \"%s\": %s".formatted(vm.name(), problem));
    }

    private static Stream<String> unless(boolean good, String problem) {
        return good ? Stream.empty() : Stream.of(problem);
    }

    private static Stream<String> paths(Vm vm) {
        return Stream.of(
                        vm.disks().stream().map(disk -> disk.path()),
                        vm.cdrom().stream(),
                        vm.boot().image().stream())
                .flatMap(each -> each);
    }

    private static boolean isPath(String path) {
        return !path.isEmpty() && path.length() <= LONGEST_PATH && path.indexOf('\0') < 0;
    }

    private static boolean isSound(Interface link) {
        return LINK.matcher(link.tap()).matches()
                && MAC.matcher(link.lladdr()).matches()
                && link.group().stream().allMatch(group -> LINK.matcher(group).matches())
                && link.local().stream().allMatch(PlanBounds::isSound);
    }

    private static boolean isSound(LocalAddress local) {
        return INET.matcher(local.host()).matches()
                && INET.matcher(local.guest()).matches()
                && local.hostInet6().stream().allMatch(each -> INET6.matcher(each).matches())
                && isSound(local.dhcp());
    }

    private static boolean isSound(DhcpAnswer answer) {
        return Stream.of(
                                answer.address(),
                                answer.netmask(),
                                answer.router(),
                                answer.nameServer(),
                                answer.server())
                        .allMatch(each -> INET.matcher(each).matches())
                && answer.leaseTime() >= 0
                && answer.leaseTime() <= DhcpAnswer.FOREVER
                && Stream.concat(answer.hostName().stream(), answer.bootFile().stream())
                        .allMatch(each -> NAME.matcher(each).matches());
    }
}
