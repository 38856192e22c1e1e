package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vmconf.runtime.metrics.Metrics;
import vmconf.runtime.metrics.MetricsListener;

/// `vmctl metrics`, and the same over HTTP.
@Timeout(60)
class VmctlMetricsTest {
    @RegisterExtension final PlayedDaemon daemon = new PlayedDaemon();

    @Test
    void everyMachineHasItsNumbers() {
        daemon.run("start", "web");
        daemon.run("start", "mail");
        daemon.run("stop", "-f", "-w", "mail");
        assertThat(daemon.run("metrics").out().lines())
                .contains(
                        "# TYPE vmd_vms gauge",
                        "vmd_vms{state=\"running\"} 1.0",
                        "vmd_vms{state=\"stopped\"} 1.0",
                        "vmd_vms{state=\"paused\"} 0.0",
                        "vmd_generation 1.0",
                        "vmd_vm_up{id=\"1\",vm=\"web\"} 1.0",
                        "vmd_vm_up{id=\"2\",vm=\"mail\"} 0.0",
                        "vmd_vm_responsive{id=\"1\",vm=\"web\"} 1.0",
                        "vmd_vm_pending{id=\"1\",vm=\"web\"} 0.0",
                        "vmd_vm_vcpus{id=\"1\",vm=\"web\"} 1.0",
                        "# TYPE vmd_events_total counter",
                        "vmd_events_total{kind=\"started\"} 2.0",
                        "vmd_events_total{kind=\"stopped\"} 1.0",
                        "vmd_events_total{kind=\"crashed\"} 0.0")
                .noneMatch(each -> each.startsWith("vmd_vm_start_time_seconds{id=\"2\""));
    }

    @Test
    void pageIsServedAtOnePlaceOnly() throws Exception {
        try (MetricsListener listener = MetricsListener.open(0, new Metrics(daemon.registry()));
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> page = get(client, listener, "/metrics");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("vmd_vms{state=\"stopped\"} 2.0\n");
            assertThat(page.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/plain");
            assertThat(get(client, listener, "/").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void waitingForNobodyEndsWhenAllHaveStarted() {
        assertThat(daemon.run("wait")).isEqualTo(PlayedDaemon.ok(""));
        assertThat(daemon.run("wait", "--json").out()).isEqualTo("{ }\n");
    }

    private static HttpResponse<String> get(
            HttpClient client, MetricsListener listener, String path) throws Exception {
        URI uri = URI.create("http://localhost:%d%s".formatted(listener.port(), path));
        return client.send(
                HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
