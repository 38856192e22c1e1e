package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `vmctl console` in a real terminal.
@Tag("qemu")
@Timeout(300)
class ConsoleEndToEndTest {
    private static final String GREETING = "hello from vmconf";
    private static final int OTHER = 1;

    @TempDir Path folder = Path.of("");
    @TempDir Path terminals = Path.of("");

    @BeforeAll
    static void qemu() {
        EndToEnd.assumeQemu();
    }

    @Test
    void everyEscapeAndACleanTerminal() throws Exception {
        try (EndToEnd vmd = hello();
                Tmux tmux = terminal(vmd)) {
            attach(tmux, 0, "hello");
            tmux.awaitShown(0, GREETING);
            tmux.type(0, "mem");
            tmux.press(0, "Enter");
            tmux.awaitShown(0, "> mem\n64 MB");
            tmux.type(0, "~?");
            tmux.awaitShown(0, "~#      send a break");
            tmux.press(0, "Enter");
            tmux.type(0, "~~.");
            tmux.awaitShown(0, "> ~.");
            tmux.press(0, "Enter");
            tmux.awaitShown(0, "> ~.\n?");
            tmux.type(0, "reboot");
            tmux.press(0, "Enter");
            Wait.until("it is up again", () -> times(tmux.shown(0), GREETING) == 2);
            tmux.type(0, "~.");
            leftClean(tmux, 1);
            attach(tmux, 0, "hello");
            Wait.until("it connects", () -> times(tmux.shown(0), "Connected to") == 2);
            tmux.press(0, "Enter");
            tmux.type(0, "~");
            tmux.press(0, "C-d");
            leftClean(tmux, 2);
            assertThat(vmd.vmctl("status", "hello").out()).contains(" running hello");
            attach(tmux, 0, "hello");
            Wait.until("it connects", () -> times(tmux.shown(0), "Connected to") == 3);
            tmux.press(0, "Enter");
            tmux.type(0, "poweroff");
            tmux.press(0, "Enter");
            leftClean(tmux, 3);
        }
    }

    @Test
    void manyWatchAndOneTypes() throws Exception {
        try (EndToEnd vmd = hello();
                Tmux tmux = terminal(vmd)) {
            tmux.newWindow();
            attach(tmux, 0, "hello");
            tmux.awaitShown(0, GREETING);
            attach(tmux, OTHER, "hello");
            tmux.awaitShown(OTHER, "[somebody else types; you watch until he leaves]");
            tmux.type(OTHER, "zzz");
            tmux.type(0, "mem");
            tmux.press(0, "Enter");
            tmux.awaitShown(OTHER, "> mem\n64 MB");
            tmux.awaitShown(0, "> mem\n64 MB");
            tmux.type(0, "~.");
            leftClean(tmux, 1);
            tmux.type(OTHER, "help");
            tmux.press(OTHER, "Enter");
            tmux.awaitShown(OTHER, "> help\ncommands:");
            attach(tmux, 0, "--read-only hello");
            tmux.awaitShown(0, "[read-only]");
            tmux.type(OTHER, "~.");
            tmux.awaitShown(OTHER, "[EOT]");
            tmux.type(0, "nope");
            tmux.press(0, "Enter");
            tmux.type(0, "~.");
            leftClean(tmux, 2);
            assertThat(vmd.console("hello")).doesNotContain("zzz", "nope");
        }
    }

    /// Linux takes the key after one for its own, when it has nothing else in hand.
    @Test
    void breaksReachTheGuest() throws Exception {
        Path kernel = LinuxGuest.kernel();
        String linux = "vm \"linux\" {\n    memory 128M\n    boot \"%s\"\n}\n".formatted(kernel);
        try (EndToEnd vmd = start(linux);
                Tmux tmux = terminal(vmd)) {
            new LinuxGuest(vmd, "linux").awaitSaid("linux guest ready");
            attach(tmux, 0, "linux");
            tmux.awaitShown(0, "linux guest ready");
            tmux.press(0, "Enter");
            tmux.type(0, "echo 9 >/proc/sys/kernel/printk; echo $((6 * 7))");
            tmux.press(0, "Enter");
            tmux.awaitShown(0, "\n42\n");
            tmux.type(0, "~#");
            tmux.type(0, "h");
            tmux.awaitShown(0, "sysrq: HELP");
            tmux.press(0, "Enter");
            tmux.type(0, "~.");
            leftClean(tmux, 1);
        }
    }

    /// What the guest said before is there for who comes after.
    @Test
    void consolesStayWhenTheDaemonGoes() throws Exception {
        EndToEnd first = hello();
        try (Tmux tmux = terminal(first)) {
            attach(tmux, 0, "hello");
            tmux.awaitShown(0, GREETING);
            first.kill();
            leftClean(tmux, 1);
            try (EndToEnd second = hello()) {
                attach(tmux, 0, "hello");
                Wait.until("it is shown again", () -> times(tmux.shown(0), GREETING) == 2);
                tmux.press(0, "Enter");
                tmux.type(0, "mem");
                tmux.press(0, "Enter");
                tmux.awaitShown(0, "> mem\n64 MB");
                tmux.type(0, "~.");
                leftClean(tmux, 2);
                assertThat(second.vmctl("status").out()).contains(" running hello");
            }
        }
    }

    /// Shown while it is under way, and gone afterwards.
    @Test
    void imagesAreMadeWithProgress() throws Exception {
        byte[] noise = new byte[48 << 20];
        new Random(1).nextBytes(noise);
        Files.write(folder.resolve("source.img"), noise);
        try (EndToEnd vmd = hello();
                Tmux tmux = terminal(vmd)) {
            Path record = folder.resolve("record");
            tmux.record(record);
            tmux.type(0, "./vmctl create -i source.img copy.qcow2");
            tmux.press(0, "Enter");
            tmux.awaitShown(0, "vmctl: qcow2 imagefile created\n$");
            assertThat(tmux.shown(0)).doesNotContain("copied");
            Wait.until("all is recorded", () -> Files.readString(record).contains("created"));
            assertThat(Files.readString(record))
                    .containsPattern("\rvmctl: [0-9]+ % copied\rvmctl: [0-9]+ % copied");
        }
    }

    private static void attach(Tmux tmux, int window, String words) throws Exception {
        tmux.type(window, "./vmctl console " + words);
        tmux.press(window, "Enter");
    }

    /// The shell is back for the so-manieth time, and echoes.
    private static void leftClean(Tmux tmux, int time) throws Exception {
        Wait.until("it is left", () -> times(tmux.shown(0), "[EOT]\n$") == time);
        tmux.type(0, "stty -a | tr ' ' '\\n' | grep -cxE 'echo|icanon|onlcr|icrnl;?'");
        tmux.press(0, "Enter");
        Wait.until("the terminal is as before", () -> times(tmux.shown(0), "\n4\n") == time);
    }

    private static int times(String text, String part) {
        return (text + "\n").split(Pattern.quote(part), -1).length - 1;
    }

    private Tmux terminal(EndToEnd vmd) throws Exception {
        Path script = folder.resolve("vmctl");
        Files.writeString(script, "#!/bin/sh\nexec " + vmd.command("\"$@\"") + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Tmux tmux = Tmux.open(terminals);
        tmux.type(0, "cd " + folder);
        tmux.press(0, "Enter");
        return tmux;
    }

    private EndToEnd hello() throws Exception {
        Path image = folder.resolve("hello.img");
        if (!Files.exists(image)) {
            Files.copy(EndToEnd.guests().resolve("hello/hello.img"), image);
        }
        return start("vm \"hello\" {\n    memory 64M\n    disk \"%s\"\n}\n".formatted(image));
    }

    private EndToEnd start(String conf) throws Exception {
        Path file = Files.writeString(folder.resolve("vm.conf"), conf);
        EndToEnd vmd = EndToEnd.start(folder, List.of(), file);
        assertThat(vmd.vmctl("wait").status()).isZero();
        return vmd;
    }
}
