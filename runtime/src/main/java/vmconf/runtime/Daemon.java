package vmconf.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import vmconf.plan.Plan;
import vmconf.plan.PlanException;
import vmconf.runtime.control.Configuration;
import vmconf.runtime.control.ControlServer;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Mark;
import vmconf.runtime.host.Places;
import vmconf.runtime.metrics.Metrics;
import vmconf.runtime.metrics.MetricsListener;
import vmconf.runtime.state.StateException;
import vmconf.runtime.supervise.Ports;
import vmconf.runtime.supervise.Registry;

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

    /// Runs until it is told to end.
    ///
    /// @return the exit status
    int run(Plan plan) throws StartupException, InterruptedException {
        log.info("startup");
        BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
        Signals.deliver(options.onTerm(), orders::add);
        Ports ports = ports(plan);
        Registry registry = registry(plan, ports);
        Mark.ALL_TAKEN_OVER.pass();
        ControlServer control = control(plan, registry, orders);
        Mark.SOCKET_OPEN.pass();
        Optional<MetricsListener> metrics = metrics(registry);
        registry.startEnabled(plan.staggeredStart());
        while (true) {
            switch (orders.take()) {
                case Order.Reload() -> Reloading.run(registry, configuration, log);
                case Order.End(boolean guests, int status) -> {
                    metrics.ifPresent(MetricsListener::close);
                    end(registry, control, guests);
                    ports.network().end(anyoneRuns(registry));
                    ports.hypervisor().end();
                    return status;
                }
            }
        }
    }

    private Ports ports(Plan plan) throws StartupException {
        try {
            return new HostPorts(options, places, log).of(plan);
        } catch (StateException e) {
            throw new StartupException("vmd: " + e.getMessage());
        }
    }

    private static boolean anyoneRuns(Registry registry) {
        return registry.statuses().stream().anyMatch(each -> each.guest().isPresent());
    }

    private static Registry registry(Plan plan, Ports ports) throws StartupException {
        try {
            return Registry.of(plan, ports);
        } catch (PlanException e) {
            throw new StartupException("vmd: " + e.getMessage());
        } catch (IOException e) {
            throw new StartupException("vmd: state folder: " + e.getMessage());
        }
    }

    private ControlServer control(Plan plan, Registry registry, Queue<Order> orders)
            throws StartupException {
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
                    guests -> orders.add(new Order.End(guests, 0)),
                    log);
        } catch (IOException e) {
            throw new StartupException("vmd: control socket: " + e.getMessage());
        }
    }

    private Optional<MetricsListener> metrics(Registry registry) throws StartupException {
        if (options.metrics().isEmpty()) {
            return Optional.empty();
        }
        try {
            MetricsListener listener =
                    MetricsListener.open(options.metrics().get(), new Metrics(registry));
            log.info("metrics: http://localhost:%d/metrics".formatted(listener.port()));
            return Optional.of(listener);
        } catch (IOException e) {
            throw new StartupException(
                    "vmd: metrics: port %d: %s".formatted(options.metrics().get(), e.getMessage()));
        }
    }

    /// Takes no new requests; then stops the guests, or sees to it that each is whole.
    private void end(Registry registry, ControlServer control, boolean guests)
            throws InterruptedException {
        log.warn(guests ? "terminating" : "terminating, guests run on");
        try {
            control.close();
        } catch (IOException e) {
            log.warn("control socket: " + e.getMessage());
        }
        if (guests) {
            registry.stopAll(
                    options.grace().compareTo(LAST_GRACE) < 0 ? options.grace() : LAST_GRACE);
        } else {
            registry.settle(LAST_GRACE);
        }
        control.hangUp();
    }
}
