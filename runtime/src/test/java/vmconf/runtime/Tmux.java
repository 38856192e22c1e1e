package vmconf.runtime;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vmconf.runtime.host.Programs;

/// A real terminal with a shell in it, 80 columns wide; each window is one more.
final class Tmux implements AutoCloseable {
    private final Path socket;

    private Tmux(Path socket) {
        this.socket = socket;
    }

    /// Skips the test where tmux is not installed.
    static Tmux open(Path folder) throws IOException {
        assumeTrue(Programs.find("tmux").isPresent(), "tmux is not installed");
        Tmux tmux = new Tmux(folder.resolve("tmux"));
        tmux.run("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "50", "PS1='$ ' sh");
        tmux.run("set-option", "-g", "default-command", "PS1='$ ' sh");
        return tmux;
    }

    /// One more window, with the number after the last one's.
    void newWindow() throws IOException {
        run("new-window", "-d", "-c", "#{pane_current_path}");
    }

    /// Types text as it is, without Enter.
    void type(int window, String text) throws IOException {
        run("send-keys", "-t", ":" + window, "-l", text);
    }

    /// Presses keys by their names, such as `Enter` or `C-d`.
    void press(int window, String... keys) throws IOException {
        List<String> words = new ArrayList<>(List.of("send-keys", "-t", ":" + window));
        words.addAll(List.of(keys));
        run(words.toArray(String[]::new));
    }

    /// What a window shows, with what has been scrolled away.
    String shown(int window) throws IOException {
        return run("capture-pane", "-p", "-J", "-S", "-", "-t", ":" + window);
    }

    /// Records all that is printed from now on, to the last control character.
    void record(Path file) throws IOException {
        run("pipe-pane", "-t", ":0", "cat > " + file);
    }

    void awaitShown(int window, String text) {
        Wait.until("the terminal shows: " + text, () -> shown(window).contains(text));
    }

    private String run(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(command + ": " + out);
        }
        return out.stripTrailing();
    }

    @Override
    public void close() throws IOException {
        run("kill-server");
    }
}
