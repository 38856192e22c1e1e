package vmconf.runtime.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LastWordsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private final AtomicLong now = new AtomicLong(-5);
    private final LastWords lastWords = new LastWords(now::get);
    private final AtomicInteger reboots = new AtomicInteger();

    /// As QEMU 7.2 with SeaBIOS tells the one reboot of a guest.
    @Test
    void resetsInShortOrderAreOneReboot() {
        lastWords.onReboot(reboots::incrementAndGet);
        reset(0);
        reset(60);
        reset(5);
        assertThat(reboots).hasValue(1);
        reset(2000);
        assertThat(reboots).hasValue(2);
    }

    /// A machine that does nothing but reset reboots again and again.
    @Test
    void resetsWithoutEndAreManyReboots() {
        lastWords.onReboot(reboots::incrementAndGet);
        for (int i = 0; i < 1000; i++) {
            reset(5);
        }
        assertThat(reboots).hasValue(5);
    }

    @Test
    void rebootsBeforeAnybodyListenedAreTold() {
        reset(0);
        reset(3);
        lastWords.onReboot(reboots::incrementAndGet);
        assertThat(reboots).hasValue(1);
    }

    private void reset(long millisLater) {
        now.addAndGet(Duration.ofMillis(millisLater).toNanos());
        lastWords.accept(
                new QmpEvent("RESET", JSON.createObjectNode().put("reason", "guest-reset")));
    }
}
