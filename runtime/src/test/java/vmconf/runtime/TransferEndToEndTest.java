package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.testdata.PublishedSchema;

/// States of real guests, written and read.
@Tag("qemu")
@Timeout(300)
class TransferEndToEndTest {
    private static final long MEMORY = 256 << 20;

    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void qemu() {
        EndToEnd.assumeQemu();
    }

    /// Half a word has been typed before, the other half is typed after.
    @Test
    void aGuestGoesOnUnderAnotherName() throws Exception {
        try (EndToEnd vmd = EndToEnd.start(folder, List.of(), plan(hello()))) {
            halfTyped(vmd, "hello");
            Path state = folder.resolve("state.bin");
            EndToEnd.Ran sent = shell(vmd, "send hello > " + state);
            assertThat(sent.err()).isEqualTo("vmctl: sent vm 1 successfully\n");
            assertThat(sent.status()).isZero();
            assertThat(vmd.log()).contains("hello: sent vm 1 successfully.");
            assertThat(vmd.vmctl("status", "hello").out()).contains("stopped hello");
            assertThat(vmd.run()).isEmptyDirectory();
            EndToEnd.Ran received = shell(vmd, "receive other < " + state);
            assertThat(received.err())
                    .matches("vmctl: started vm 2 successfully, tty /dev/pts/\\d+\n");
            otherHalf(vmd, "other");
            EndToEnd.Ran again = shell(vmd, "receive other < " + state);
            assertThat(again.status()).isEqualTo(1);
            assertThat(again.err()).isEqualTo("vmctl: vm \"other\" runs here; give another name\n");
            assertThat(vmd.vmctl("stop", "-w", "other").status()).isZero();
            assertThat(vmd.run()).isEmptyDirectory();
        }
    }

    /// The receiver waits for the sender, whose disk it takes over.
    @Test
    void throughAPipe() throws Exception {
        try (EndToEnd vmd = EndToEnd.start(folder, List.of(), plan(hello()))) {
            halfTyped(vmd, "hello");
            EndToEnd.Ran ran = shell(vmd, "send -z hello | " + vmd.command("receive other"));
            assertThat(ran.err())
                    .contains("vmctl: sent vm 1 successfully", "vmctl: started vm 2 successfully");
            otherHalf(vmd, "other");
        }
    }

    /// As between two hosts that share their disks: another daemon, with folders of its own.
    @Test
    void toAnotherDaemon() throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));
        try (EndToEnd from = EndToEnd.start(folder, List.of(), plan(hello()));
                EndToEnd to = EndToEnd.start(there, List.of(), plan())) {
            halfTyped(from, "hello");
            EndToEnd.Ran ran = shell(from, "send -z hello | " + to.command("receive hello"));
            assertThat(ran.err())
                    .contains("vmctl: sent vm 1 successfully", "vmctl: started vm 1 successfully");
            otherHalf(to, "hello");
            assertThat(from.vmctl("status", "hello").out()).contains("stopped hello");
            assertThat(from.run()).isEmptyDirectory();
        }
    }

    @Test
    void aGuestGoesOnAfterItsStateIsDumped() throws Exception {
        try (EndToEnd vmd = EndToEnd.start(folder, List.of(), plan(kernel()))) {
            halfTyped(vmd, "kernel");
            Path state = folder.resolve("kernel.state");
            EndToEnd.Ran dumped = vmd.vmctl("dump", "kernel", "-z", "-f", state.toString());
            assertThat(dumped.err()).isEqualTo("vmctl: dumped vm 1 to " + state + "\n");
            EndToEnd.Ran again = vmd.vmctl("dump", "--json", "kernel", "-f", state.toString());
            assertThat(again.err()).isEmpty();
            String answer = new PublishedSchema("docs/vmctl.schema.json").check(again.out());
            assertThat(answer).contains("\"id\" : 1", "\"file\" : \"" + state + "\"");
            otherHalf(vmd, "kernel");
            assertThat(vmd.vmctl("load", state.toString()).err())
                    .isEqualTo("vmctl: vm \"kernel\" runs here; give another name\n");
            vmd.vmctl("stop", "-fw", "kernel");
            assertThat(vmd.vmctl("load", state.toString()).status()).isZero();
            otherHalf(vmd, "kernel");
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(Path::getFileName).map(Path::toString))
                        .noneMatch(each -> each.endsWith(".new"));
            }
        }
    }

    @Test
    void whatIsNotWholeIsRefusedAndLeavesNothing() throws Exception {
        try (EndToEnd vmd = EndToEnd.start(folder, List.of(), plan(hello()))) {
            halfTyped(vmd, "hello");
            Path state = folder.resolve("state.bin");
            shell(vmd, "send hello > " + state);
            byte[] whole = Files.readAllBytes(state);
            Files.write(state, Arrays.copyOf(whole, whole.length / 2));
            EndToEnd.Ran cut = shell(vmd, "receive other < " + state);
            assertThat(cut.err()).contains("the state cannot be used: it ends in the middle of a");
            byte[] damaged = whole.clone();
            damaged[whole.length * 3 / 4] ^= 1;
            Files.write(state, damaged);
            assertThat(shell(vmd, "receive other < " + state).err())
                    .contains("the state cannot be used: it is damaged between byte ");
            assertThat(shell(vmd, "receive other < /dev/null").err())
                    .contains("the state cannot be used: nothing came");
            assertThat(shell(vmd, "receive 42 < " + state).err()).contains("invalid vm name");
            assertThat(vmd.run()).isEmptyDirectory();
            assertThat(vmd.vmctl("status").out()).doesNotContain("other");
            Files.write(state, whole);
            Files.writeString(folder.resolve("hello.img"), "", StandardOpenOption.APPEND);
            Files.setLastModifiedTime(folder.resolve("hello.img"), FileTime.fromMillis(0));
            assertThat(shell(vmd, "receive other < " + state).err())
                    .contains("the state does not fit its disks any more", "has been written to");
            assertThat(vmd.run()).isEmptyDirectory();
            assertThat(shell(vmd, "receive -f other < " + state).status()).isZero();
            otherHalf(vmd, "other");
        }
    }

    @Test
    void whoeverCannotBeSentGoesOn() throws Exception {
        try (EndToEnd vmd = EndToEnd.start(folder, List.of(), plan(hello()))) {
            halfTyped(vmd, "hello");
            EndToEnd.Ran gone = shell(vmd, "send hello | head -c 100000 >/dev/null; true");
            assertThat(gone.err()).contains("vm hello was not sent and goes on");
            EndToEnd.Ran full = shell(vmd, "send hello > /dev/full");
            assertThat(full.err()).contains("was not sent and goes on", "No space left on device");
            Wait.until("it runs", () -> vmd.vmctl("status").out().contains("running hello"));
            otherHalf(vmd, "hello");
            assertThat(vmd.vmctl("send", "nobody").err()).contains("no such vm: nobody");
        }
    }

    private EndToEnd.Ran shell(EndToEnd vmd, String words) throws Exception {
        Path err = folder.resolve("shell.err");
        Process shell =
                new ProcessBuilder("sh", "-c", vmd.command(words))
                        .redirectError(err.toFile())
                        .redirectOutput(folder.resolve("shell.out").toFile())
                        .start();
        int status = shell.waitFor();
        return new EndToEnd.Ran(status, "", Files.readString(err));
    }

    private static void halfTyped(EndToEnd vmd, String vm) throws Exception {
        Wait.until(vm + " greets", () -> vmd.console(vm).contains("256 MB memory"));
        vmd.typing("me", "console", vm);
        Wait.until("half a word is there", () -> vmd.console(vm).endsWith("> me"));
    }

    private static void otherHalf(EndToEnd vmd, String vm) throws Exception {
        Wait.until(
                vm + " answers",
                () -> {
                    boolean answered = vmd.console(vm).endsWith("256 MB\r\n> ");
                    if (!answered) {
                        vmd.typing("m\r", "console", vm);
                    }
                    return answered;
                });
    }

    private static Plan plan(Vm... vms) {
        return Samples.plan(List.of(), vms);
    }

    private Vm hello() throws IOException {
        Path image = folder.resolve("hello.img");
        Files.copy(EndToEnd.guests().resolve("hello/hello.img"), image);
        Vm vm = Samples.withMemory(Samples.vm(1, "hello"), MEMORY);
        return Samples.enabled(Samples.withDisks(vm, image.toString()));
    }

    private Vm kernel() throws IOException {
        Path image = folder.resolve("hello.elf");
        Files.copy(EndToEnd.guests().resolve("hello/hello.elf"), image);
        Vm vm = Samples.withMemory(Samples.vm(1, "kernel"), MEMORY);
        return Samples.enabled(vm.withImage(image.toString()));
    }
}
