package vmconf.runtime.metrics;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vmconf.runtime.supervise.Guest;
import vmconf.runtime.supervise.Happening;
import vmconf.runtime.supervise.Registry;
import vmconf.runtime.supervise.VmStatus;

/// What a daemon and its VMs are doing, as numbers. Sizes are bytes, times seconds.
public final class Metrics {
    /// Of the page.
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    /// A number that each machine may have.
    private record OfMachine(
            String name, String help, Function<VmStatus, Optional<Double>> value) {}

    private static final List<OfMachine> OF_MACHINES =
            List.of(
                    new OfMachine(
                            "vmd_vm_up",
                            "Whether the machine runs.",
                            vm -> Optional.of(flag(vm.guest().isPresent()))),
                    new OfMachine(
                            "vmd_vm_responsive",
                            "Whether the machine's QEMU answers.",
                            vm -> vm.guest().map(_ -> flag(vm.trouble().isEmpty()))),
                    new OfMachine(
                            "vmd_vm_pending",
                            "Whether the machine runs with an older definition.",
                            vm -> Optional.of(flag(vm.pending()))),
                    new OfMachine(
                            "vmd_vm_vcpus",
                            "Virtual processors of the machine.",
                            vm -> Optional.of((double) vm.vm().cpus())),
                    new OfMachine(
                            "vmd_vm_memory_max_bytes",
                            "Memory of the guest.",
                            vm -> Optional.of((double) vm.vm().memory())),
                    new OfMachine(
                            "vmd_vm_memory_resident_bytes",
                            "Memory that the machine occupies on the host.",
                            vm -> vm.guest().map(guest -> (double) guest.residentBytes())),
                    new OfMachine(
                            "vmd_vm_start_time_seconds",
                            "When the machine came up, since the epoch.",
                            vm -> vm.since().map(Metrics::seconds)));

    private final Registry registry;

    public Metrics(Registry registry) {
        this.registry = registry;
    }

    /// The numbers of this moment.
    public String page() {
        List<VmStatus> vms = registry.statuses();
        MetricSnapshots.Builder snapshots =
                MetricSnapshots.builder()
                        .metricSnapshot(states(vms))
                        .metricSnapshot(generation())
                        .metricSnapshot(events(registry.chronicle().counts()));
        OF_MACHINES.forEach(each -> snapshots.metricSnapshot(gauge(each, vms)));
        return text(snapshots.metricSnapshot(processorTime(vms)).build());
    }

    private static String text(MetricSnapshots snapshots) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(bytes, snapshots, EscapingScheme.ALLOW_UTF8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static GaugeSnapshot states(List<VmStatus> vms) {
        GaugeSnapshot.Builder states =
                GaugeSnapshot.builder().name("vmd_vms").help("Machines, by state.");
        for (VmStatus.Phase phase : VmStatus.Phase.values()) {
            states.dataPoint(
                    GaugeDataPointSnapshot.builder()
                            .labels(Labels.of("state", phase.name().toLowerCase(Locale.ROOT)))
                            .value(
                                    (double)
                                            vms.stream()
                                                    .filter(each -> each.phase() == phase)
                                                    .count())
                            .build());
        }
        return states.build();
    }

    private GaugeSnapshot generation() {
        return GaugeSnapshot.builder()
                .name("vmd_generation")
                .help("The generation of the configuration that holds.")
                .dataPoint(
                        GaugeDataPointSnapshot.builder()
                                .value(registry.generation().number())
                                .build())
                .build();
    }

    private static CounterSnapshot events(Map<Happening.Kind, Long> counts) {
        CounterSnapshot.Builder events =
                CounterSnapshot.builder()
                        .name("vmd_events")
                        .help("What has happened since the daemon started, by kind.");
        for (Happening.Kind kind : Happening.Kind.values()) {
            events.dataPoint(
                    CounterDataPointSnapshot.builder()
                            .labels(Labels.of("kind", kind.word()))
                            .value(counts.getOrDefault(kind, 0L))
                            .build());
        }
        return events.build();
    }

    private static GaugeSnapshot gauge(OfMachine number, List<VmStatus> vms) {
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name(number.name()).help(number.help());
        for (VmStatus vm : vms) {
            Optional<Double> value = number.value().apply(vm);
            if (value.isPresent()) {
                gauge.dataPoint(
                        GaugeDataPointSnapshot.builder()
                                .labels(labels(vm))
                                .value(value.get())
                                .build());
            }
        }
        return gauge.build();
    }

    private static CounterSnapshot processorTime(List<VmStatus> vms) {
        CounterSnapshot.Builder times =
                CounterSnapshot.builder()
                        .name("vmd_vm_cpu_seconds")
                        .help("Processor time of the machine's QEMU.");
        for (VmStatus vm : vms) {
            vm.guest()
                    .flatMap(Metrics::processorTime)
                    .ifPresent(
                            each ->
                                    times.dataPoint(
                                            CounterDataPointSnapshot.builder()
                                                    .labels(labels(vm))
                                                    .value(each)
                                                    .build()));
        }
        return times.build();
    }

    private static Optional<Double> processorTime(Guest guest) {
        return ProcessHandle.of(guest.pid())
                .flatMap(each -> each.info().totalCpuDuration())
                .map(Duration::toMillis)
                .map(each -> each / 1e3);
    }

    private static Labels labels(VmStatus vm) {
        return Labels.of("id", Integer.toString(vm.vm().id()), "vm", vm.vm().name());
    }

    private static double flag(boolean yes) {
        return yes ? 1 : 0;
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1e3;
    }
}
