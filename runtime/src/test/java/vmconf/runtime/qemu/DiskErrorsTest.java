package vmconf.runtime.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vmconf.runtime.supervise.DiskError;

class DiskErrorsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final DiskError FULL =
            new DiskError("disk0", "write", true, "No space left on device");
    private static final DiskError BROKEN =
            new DiskError("disk1", "read", false, "Input/output error");

    private long now;
    private final DiskErrors errors = new DiskErrors(() -> now);
    private final List<DiskError> heard = new ArrayList<>();

    @Test
    void nothingIsLostBeforeSomebodyListens() {
        happens(FULL);
        happens(BROKEN);
        errors.accept(new QmpEvent("STOP", JSON.createObjectNode()));
        errors.onError(heard::add);
        assertThat(heard).containsExactly(FULL, BROKEN);
    }

    @Test
    void whatRepeatsIsToldOnceAMinute() {
        errors.onError(heard::add);
        for (int again = 0; again < 1000; again++) {
            happens(BROKEN);
            now += Duration.ofMillis(50).toNanos();
        }
        assertThat(heard).containsExactly(BROKEN);
        now += Duration.ofMinutes(1).toNanos();
        happens(BROKEN);
        assertThat(heard).containsExactly(BROKEN, BROKEN);
    }

    /// Each request under way fails with the disk.
    @Test
    void whoStandsStillSaysSoOnceUntilItGoesOn() {
        errors.onError(heard::add);
        happens(FULL);
        now += Duration.ofMinutes(2).toNanos();
        happens(FULL);
        assertThat(heard).containsExactly(FULL);
        errors.accept(new QmpEvent("RESUME", JSON.createObjectNode()));
        happens(FULL);
        happens(FULL);
        assertThat(heard).containsExactly(FULL, FULL);
    }

    @Test
    void whoStandsStillAlreadyIsFound() {
        errors.onError(heard::add);
        errors.found(
                JSON.readTree(
                        """
                        [{"device": "disk0", "io-status": "nospace"},
                         {"device": "disk1", "io-status": "ok"}, {"device": "cdrom"}]
                        """));
        assertThat(heard).containsExactly(FULL);
    }

    private void happens(DiskError error) {
        errors.accept(
                new QmpEvent(
                        "BLOCK_IO_ERROR",
                        JSON.createObjectNode()
                                .put("device", error.drive())
                                .put("operation", error.operation())
                                .put("action", error.halted() ? "stop" : "report")
                                .put("reason", error.reason())));
    }
}
