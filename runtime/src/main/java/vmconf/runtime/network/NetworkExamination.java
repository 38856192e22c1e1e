package vmconf.runtime.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;
import vmconf.runtime.host.Finding;
import vmconf.runtime.host.Programs;

/// What taps, bridges and DHCP need of this host.
record NetworkExamination(Plan plan, Links links, Routing routing, Nat nat) {
    private static final Path TUN = Path.of("/dev/net/tun");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path NO_INET6 = Path.of("/proc/sys/net/ipv6/conf/default/disable_ipv6");
    private static final int NET_ADMIN = 12;
    private static final int NET_RAW = 13;

    /// Nothing is wrong where no VM has an interface.
    List<Finding> findings() {
        List<Interface> used = plan.vms().stream().flatMap(vm -> vm.interfaces().stream()).toList();
        if (used.isEmpty()) {
            return List.of(Finding.ok("network", "no vm has an interface"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(tun());
        findings.add(program("ip", "iproute2"));
        if (used.stream().anyMatch(Interface::lockedLladdr)) {
            findings.add(program("bridge", "iproute2"));
        }
        if (used.stream().anyMatch(this::isFiltered)) {
            findings.add(program("nft", "nftables"));
        }
        capability(NET_ADMIN, "CAP_NET_ADMIN").ifPresent(findings::add);
        if (used.stream().anyMatch(link -> link.local().isPresent())) {
            capability(NET_RAW, "CAP_NET_RAW").ifPresent(findings::add);
        }
        inet6(used).ifPresent(findings::add);
        domains(used).ifPresent(findings::add);
        plan.switches().forEach(each -> findings.add(bridge(each)));
        findings.addAll(translation());
        return findings;
    }

    /// Why an interface of a VM cannot be what it is planned to be.
    List<Finding> findings(Vm vm) {
        List<Finding> findings = new ArrayList<>();
        for (int index = 0; index < vm.interfaces().size(); index++) {
            try {
                TapSettings.of(vm, index, plan, routing);
            } catch (NetworkException e) {
                findings.add(Finding.refusal("interface", e.getMessage()));
            }
        }
        return findings;
    }

    private static Finding tun() {
        return Files.isReadable(TUN) && Files.isWritable(TUN)
                ? Finding.ok("tun", TUN.toString())
                : Finding.error("tun", TUN + " is missing or cannot be opened", "modprobe tun");
    }

    /// It is in a group, or locked without a bridge that could do that.
    private boolean isFiltered(Interface link) {
        Optional<Switch> joined = link.switchName().flatMap(plan::switchNamed);
        return link.group().isPresent()
                || joined.flatMap(Switch::group).isPresent()
                || (link.lockedLladdr() && joined.isEmpty());
    }

    private static Finding program(String name, String from) {
        return Programs.find(name)
                .map(path -> Finding.ok(name, path.toString()))
                .orElseGet(
                        () -> Finding.error(name, name + " not found", "apt-get install " + from));
    }

    private static Optional<Finding> capability(int bit, String name) {
        try {
            boolean has =
                    Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith("CapEff:"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .allMatch(mask -> (Long.parseUnsignedLong(mask, 16) >> bit & 1) == 1);
            return has
                    ? Optional.empty()
                    : Optional.of(
                            Finding.error(
                                    "rights",
                                    "vmd is root without " + name,
                                    "give its container or unit " + name));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Finding> inet6(List<Interface> used) {
        boolean wanted =
                used.stream()
                        .flatMap(link -> link.local().stream())
                        .map(LocalAddress::hostInet6)
                        .anyMatch(Optional::isPresent);
        return wanted && !hasInet6()
                ? Optional.of(
                        Finding.error(
                                "inet6",
                                "local inet6 is wanted, and this host has IPv6 switched off",
                                "sysctl -w net.ipv6.conf.default.disable_ipv6=0"))
                : Optional.empty();
    }

    private static boolean hasInet6() {
        try {
            return Files.readString(NO_INET6).strip().equals("0");
        } catch (IOException e) {
            return false;
        }
    }

    /// What routing domains are; a VM that cannot be in one has an error of its own.
    private Optional<Finding> domains(List<Interface> used) {
        Optional<Integer> first =
                used.stream().map(TapSettings::domain).filter(each -> each != 0).findFirst();
        return first.map(
                each ->
                        routing.refusal(each)
                                .map(refusal -> Finding.note("rdomain", refusal))
                                .orElseGet(() -> Finding.ok("rdomain", kind(each))));
    }

    private String kind(int domain) {
        return routing.domains().isElsewhere(domain) ? "network namespaces" : "VRFs";
    }

    /// A VM that joins the switch has an error of its own.
    private Finding bridge(Switch each) {
        String text = "bridge %s of switch \"%s\"".formatted(each.bridge(), each.name());
        if (links.isBridge(each.bridge())) {
            return Finding.ok("switch", text);
        }
        return routing.bridgeRefusal(each)
                .map(refusal -> Finding.note("switch", refusal))
                .orElseGet(() -> Finding.ok("switch", text + ", which is made"));
    }

    private List<Finding> translation() {
        Optional<String> refusal = nat.refusal(links);
        if (refusal.isPresent()) {
            return List.of(Finding.refusal("nat", refusal.get()));
        }
        try {
            return nat.missing(plan).stream()
                    .map(each -> Finding.error("nat", each, "vmctl reload"))
                    .toList();
        } catch (NetworkException e) {
            return List.of(Finding.refusal("nat", e.getMessage()));
        }
    }
}
