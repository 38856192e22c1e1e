package vmconf.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import vmconf.plan.Plan;
import vmconf.runtime.control.Configuration;
import vmconf.runtime.control.ControlServer;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Places;
import vmconf.runtime.host.Preflight;
import vmconf.runtime.network.LinuxNetwork;
import vmconf.runtime.network.Network;
import vmconf.runtime.network.UserNetwork;
import vmconf.runtime.qemu.Accelerator;
import vmconf.runtime.qemu.AcceleratorProbe;
import vmconf.runtime.qemu.Binary;
import vmconf.runtime.qemu.Leftovers;
import vmconf.runtime.qemu.QemuHypervisor;
import vmconf.runtime.supervise.Ports;
import vmconf.runtime.supervise.Registry;
import vmconf.runtime.supervise.SystemClock;

/// The daemon at work, from its start to the signal that ends it.
final class Daemon {
    /// A shutting-down host does not wait longer.
    private static final Duration LAST_GRACE = Duration.ofSeconds(20);

    private final VmdOptions options;
    private final Places places;
    private final Configuration configuration;
    private final Log log;

    Daemon(VmdOptions options, Places places, Configuration configuration, Log log) {
        this.options = options;
        this.places = places;
        this.configuration = configuration;
        this.log = log;
    }

    /// Runs until the process is told to end.
    void run(Plan plan) throws StartupException, InterruptedException {
        log.info("startup");
        Network network = network(plan);
        network.reclaim(Leftovers.sweep(places.state(), log));
        Ports ports =
                new Ports(
                        hypervisor(),
                        network,
                        new Preflight(),
                        new SystemClock(),
                        log,
                        options.grace());
        Registry registry = Registry.of(plan, ports);
        ControlServer control = control(plan, registry);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(registry, control), "shutdown"));
        registry.startEnabled(plan.staggeredStart());
        new CountDownLatch(1).await();
    }

    private ControlServer control(Plan plan, Registry registry) throws StartupException {
        try {
            Path folder = places.socket().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return ControlServer.open(
                    places.socket(),
                    plan.socketOwner(),
                    registry,
                    Accounts.ofHost(),
                    configuration,
                    _ -> Thread.ofPlatform().name("terminate").start(() -> System.exit(0)),
                    log);
        } catch (IOException e) {
            throw new StartupException("vmd: control socket: " + e.getMessage());
        }
    }

    private Network network(Plan plan) {
        Network network = Accounts.isRoot() ? LinuxNetwork.ofHost(plan, log) : new UserNetwork();
        log.info("network: " + network.describe());
        return network;
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
        return new QemuHypervisor(binary, accelerator(), places.state(), guestUser());
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

    /// Takes no new requests, then stops the guests.
    private void end(Registry registry, ControlServer control) {
        log.warn("terminating");
        try {
            control.close();
        } catch (IOException e) {
            log.warn("control socket: " + e.getMessage());
        }
        try {
            registry.stopAll(
                    options.grace().compareTo(LAST_GRACE) < 0 ? options.grace() : LAST_GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
