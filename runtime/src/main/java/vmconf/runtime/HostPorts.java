package vmconf.runtime;

import java.util.Optional;
import vmconf.plan.Plan;
import vmconf.plan.machine.Accelerator;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Places;
import vmconf.runtime.host.Preflight;
import vmconf.runtime.host.UefiFirmware;
import vmconf.runtime.network.LinuxNetwork;
import vmconf.runtime.network.Network;
import vmconf.runtime.network.UserNetwork;
import vmconf.runtime.qemu.AcceleratorProbe;
import vmconf.runtime.qemu.Binary;
import vmconf.runtime.qemu.GuestGroups;
import vmconf.runtime.qemu.QemuHypervisor;
import vmconf.runtime.state.FolderLedger;
import vmconf.runtime.state.NetworkNotes;
import vmconf.runtime.state.StateException;
import vmconf.runtime.supervise.Ports;
import vmconf.runtime.supervise.SystemClock;

/// What this host has for guests. Takes and changes nothing, but for the place of their control
/// groups.
record HostPorts(VmdOptions options, Places places, Log log) {
    Ports of(Plan plan) throws StateException, StartupException {
        return new Ports(
                hypervisor(),
                network(plan),
                new Preflight(UefiFirmware.ofHost(places.state())),
                new SystemClock(),
                log,
                options.grace(),
                FolderLedger.open(places.state(), log));
    }

    private Network network(Plan plan) throws StartupException {
        Network network = Accounts.isRoot() ? taps(plan) : userMode(plan);
        log.info("network: " + network.describe());
        return network;
    }

    private LinuxNetwork taps(Plan plan) throws StartupException {
        if (!options.network().forwards().isEmpty()) {
            throw new StartupException(
                    "vmd: --forward is for user-mode network; root's vmd has guests answer at their own addresses");
        }
        NetworkNotes notes = NetworkNotes.in(places.state());
        LinuxNetwork network = LinuxNetwork.ofHost(plan, options.network(), notes, log);
        Optional<String> refusal = network.refusal();
        if (refusal.isPresent()) {
            throw new StartupException("vmd: " + refusal.get());
        }
        return network;
    }

    private UserNetwork userMode(Plan plan) throws StartupException {
        for (String each : NetworkArguments.ofRoot(options.network())) {
            throw new StartupException("vmd: --%s: only root can do that".formatted(each));
        }
        return new UserNetwork(plan, options.network().forwards());
    }

    private QemuHypervisor hypervisor() {
        Binary binary =
                new Binary(
                        options.qemu()
                                .or(() -> Optional.ofNullable(System.getenv("VMD_QEMU")))
                                .orElse(Binary.USUAL),
                        Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"));
        if (!binary.present()) {
            log.warn(binary.named() + " not found; install the package qemu-system-x86");
        }
        GuestGroups groups = GuestGroups.ofHost(places.state(), Accounts.isRoot(), log);
        return new QemuHypervisor(binary, accelerator(), places.state(), guestUser(), groups);
    }

    private Accelerator accelerator() {
        if (options.accelerator().isPresent()) {
            log.info("accelerator: " + options.accelerator().get().word() + " (as told)");
            return options.accelerator().get();
        }
        AcceleratorProbe.Choice choice = AcceleratorProbe.choose();
        String reason = choice.reason().map(each -> ", slow: " + each).orElse("");
        log.info("accelerator: " + choice.accelerator().word() + reason);
        return choice.accelerator();
    }

    /// Guests of a root daemon run as a user without rights.
    private static Optional<String> guestUser() {
        if (!Accounts.isRoot()) {
            return Optional.empty();
        }
        return Optional.of(Accounts.ofHost().hasUser("_vmd") ? "_vmd" : "nobody");
    }
}
