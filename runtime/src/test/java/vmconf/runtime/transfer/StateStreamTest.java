package vmconf.runtime.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vmconf.plan.Vm;
import vmconf.runtime.Samples;
import vmconf.runtime.supervise.DiskStamp;
import vmconf.runtime.supervise.Platform;
import vmconf.runtime.supervise.Portrait;

/// What is written is read again, and what is not whole is refused.
class StateStreamTest {
    private static final Platform PLATFORM =
            new Platform("qemu 7.2.22", "pc-q35-7.2", 1, "tcg", List.of());
    private static final List<DiskStamp> DISKS =
            List.of(new DiskStamp("/var/vm/a.img", 512, Instant.parse("2026-01-01T00:00:00Z")));

    private static Portrait guest(long memory) {
        Vm vm =
                Samples.withLinks(
                        Samples.withMemory(Samples.vm(3, "web"), memory), Samples.local(3));
        return new Portrait(vm, PLATFORM, List.of("tap"));
    }

    private static byte[] stream(byte[] state, Packing packing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new StateWriter(out)
                    .write(
                            guest(64 << 20),
                            packing,
                            to -> {
                                to.write(state);
                                return DISKS;
                            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] state(int size, long seed) {
        byte[] state = new byte[size];
        new Random(seed).nextBytes(state);
        return state;
    }

    private static byte[] read(byte[] stream) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StateReader reader = StateReader.open(new ByteArrayInputStream(stream));
        assertThat(reader.guest()).isEqualTo(guest(64 << 20));
        assertThat(reader.copyTo(out)).isEqualTo(DISKS);
        return out.toByteArray();
    }

    @Property(tries = 60)
    void whatIsWrittenIsRead(
            @ForAll @IntRange(max = 3_000_000) int size, @ForAll long seed, @ForAll Packing packing)
            throws IOException {
        byte[] state = state(size, seed);
        byte[] stream = stream(state, packing);
        assertThat(Arrays.equals(read(stream), state)).isTrue();
        StateReader.open(new ByteArrayInputStream(stream)).skim();
    }

    @Example
    void everyFlippedByteIsFound() {
        for (Packing packing : Packing.values()) {
            byte[] stream = stream(state(700, 1), packing);
            for (int at = 0; at < stream.length; at++) {
                byte[] damaged = stream.clone();
                damaged[at] ^= (byte) (1 << at % 8);
                assertRefused(damaged, "byte " + at);
            }
        }
    }

    @Example
    void everyCutIsFound() {
        for (Packing packing : Packing.values()) {
            byte[] stream = stream(state(700, 1), packing);
            for (int length = 0; length < stream.length; length++) {
                assertRefused(Arrays.copyOf(stream, length), "cut at " + length);
            }
        }
    }

    @Property(tries = 300)
    void chunksInAnotherOrderAreFound(@ForAll @IntRange(min = 1, max = 2) int which) {
        byte[] stream = stream(state(3 << 20, 1), Packing.NONE);
        int first = indexOfFirstChunk(stream);
        int length = Frame.PREFIX + Frame.LONGEST;
        byte[] swapped = stream.clone();
        System.arraycopy(stream, first, swapped, first + which * length, length);
        System.arraycopy(stream, first + which * length, swapped, first, length);
        assertRefused(swapped, "swapped");
        byte[] lacking = new byte[stream.length - length];
        System.arraycopy(stream, 0, lacking, 0, first);
        System.arraycopy(stream, first + length, lacking, first, lacking.length - first);
        assertRefused(lacking, "lacking");
    }

    private static int indexOfFirstChunk(byte[] stream) {
        int header = StateReader.FIRST_LINE.length();
        int length = ByteBuffer.wrap(stream).getInt(header + 1);
        return header + Frame.PREFIX + length;
    }

    private static void assertRefused(byte[] stream, String what) {
        assertThatThrownBy(() -> read(stream))
                .as(what)
                .isInstanceOf(BrokenStateException.class)
                .message()
                .doesNotContain("Exception")
                .matches("\\S.*");
        assertThatThrownBy(() -> StateReader.open(new ByteArrayInputStream(stream)).skim())
                .as(what)
                .isInstanceOf(BrokenStateException.class);
    }

    @Property(tries = 2000)
    void anythingElseIsRefused(@ForAll byte[] bytes) {
        assertRefused(bytes, "anything");
        byte[] begun = StateReader.FIRST_LINE.getBytes(StandardCharsets.US_ASCII);
        byte[] joined = Arrays.copyOf(begun, begun.length + bytes.length);
        System.arraycopy(bytes, 0, joined, begun.length, bytes.length);
        assertRefused(joined, "anything after the first line");
    }

    @Example
    void whyIsSaid() {
        byte[] stream = stream(state(700, 1), Packing.NONE);
        assertSays(new byte[0], "nothing came");
        assertSays("vm \"a\" {".getBytes(StandardCharsets.US_ASCII), "it is not the state of a vm");
        assertSays("vmd-state 9\n".getBytes(StandardCharsets.US_ASCII), "another version of vmd");
        assertSays(
                Arrays.copyOf(stream, stream.length - 1), "it ends in the middle of a chunk after");
        byte[] damaged = stream.clone();
        damaged[stream.length / 2 + 200] ^= 1;
        assertSays(damaged, "it is damaged between byte");
    }

    private static void assertSays(byte[] stream, String text) {
        assertThatThrownBy(() -> read(stream)).hasMessageContaining(text);
    }

    @Example
    void aStateThatGrowsBeyondItsMemoryIsRefused() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        assertThatThrownBy(
                        () -> {
                            new StateWriter(out)
                                    .write(
                                            guest(1 << 20),
                                            Packing.GZIP,
                                            to -> {
                                                for (int i = 0; i < 300; i++) {
                                                    to.write(zeros);
                                                }
                                                return DISKS;
                                            });
                            StateReader.open(new ByteArrayInputStream(out.toByteArray()))
                                    .copyTo(OutputStream.nullOutputStream());
                        })
                .hasMessage("it is longer than the vm's memory makes likely");
    }

    @Example
    void whoGivesUpSaysWhy() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StateWriter writer = new StateWriter(out);
        assertThatThrownBy(
                        () ->
                                writer.write(
                                        guest(64 << 20),
                                        Packing.NONE,
                                        to -> {
                                            to.write(state(2 << 20, 1));
                                            throw new IOException("no");
                                        }))
                .hasMessage("no");
        writer.giveUp("no\nspace");
        assertSays(out.toByteArray(), "the sender gave up: no space");
    }
}
