package vmconf.runtime.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ConsoleTest {
    private final FakeSerial serial = new FakeSerial();
    private final Console console = Console.over(serial, "test");

    @Test
    void everyViewerSeesEverything() throws Exception {
        QueuedViewer one = new QueuedViewer();
        QueuedViewer two = new QueuedViewer();
        console.attach(one);
        console.attach(two);
        serial.print("hello");
        serial.close();
        assertThat(all(one)).isEqualTo("hello");
        assertThat(all(two)).isEqualTo("hello");
    }

    @Test
    void lateViewersSeeWhatCameBefore() throws Exception {
        QueuedViewer first = new QueuedViewer();
        console.attach(first);
        serial.print("greeting");
        assertThat(text(first.next())).isEqualTo("greeting");
        QueuedViewer late = new QueuedViewer();
        console.attach(late);
        assertThat(text(late.next())).isEqualTo("greeting");
    }

    @Test
    void viewersOfAnEndedGuestSeeItsLastWords() throws Exception {
        QueuedViewer first = new QueuedViewer();
        console.attach(first);
        serial.print("power down");
        serial.close();
        assertThat(all(first)).isEqualTo("power down");
        QueuedViewer late = new QueuedViewer();
        console.attach(late);
        assertThat(all(late)).isEqualTo("power down");
    }

    @Test
    void slowViewerLosesOutputAndOthersDoNot() throws Exception {
        QueuedViewer slow = new QueuedViewer();
        console.attach(slow);
        QueuedViewer fast = new QueuedViewer();
        console.attach(fast);
        for (int i = 0; i < 2000; i++) {
            serial.print("x");
            assertThat(text(fast.next())).isEqualTo("x");
        }
        serial.close();
        assertThat(all(slow).length()).isBetween(1, 1999);
    }

    @Test
    void detachedViewersHearNoMore() throws Exception {
        QueuedViewer one = new QueuedViewer();
        QueuedViewer two = new QueuedViewer();
        console.attach(one);
        console.attach(two);
        console.detach(one);
        serial.print("secret");
        assertThat(text(two.next())).isEqualTo("secret");
        one.ended();
        assertThat(one.next()).isEmpty();
    }

    @Test
    void whatWasPrintedBeforeComesFirst() throws Exception {
        Console again = Console.over(new FakeSerial(), "again", "before".getBytes(UTF_8));
        QueuedViewer viewer = new QueuedViewer();
        again.attach(viewer);
        assertThat(text(viewer.next())).isEqualTo("before");
    }

    /// The first who is there types until he leaves.
    @Test
    void oneTypesAtATime() {
        QueuedViewer one = new QueuedViewer();
        QueuedViewer two = new QueuedViewer();
        Keyboard keyboard = console.keyboard();
        assertThat(keyboard.isFree()).isTrue();
        assertThat(keyboard.isOf(one)).isTrue();
        assertThat(keyboard.isOf(two)).isFalse();
        keyboard.leave(two);
        assertThat(keyboard.isOf(one)).isTrue();
        keyboard.leave(one);
        assertThat(keyboard.isOf(two)).isTrue();
        assertThat(keyboard.isFree()).isFalse();
    }

    @Test
    void typingReachesTheGuest() throws Exception {
        console.type("poweroff\r".getBytes(StandardCharsets.UTF_8));
        assertThat(serial.typed()).isEqualTo("poweroff\r");
    }

    private static String all(QueuedViewer viewer) throws InterruptedException {
        StringBuilder all = new StringBuilder();
        for (Optional<byte[]> next = viewer.next(); next.isPresent(); next = viewer.next()) {
            all.append(text(next));
        }
        return all.toString();
    }

    private static String text(Optional<byte[]> bytes) {
        return new String(bytes.orElseThrow(), StandardCharsets.UTF_8);
    }
}
