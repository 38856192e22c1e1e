package vmconf.runtime.vmctl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Standard input without echo and line editing, and as it was before when closed. Where standard
/// input is no terminal nothing happens.
final class RawTerminal implements AutoCloseable {
    private final Optional<String> before;
    private final Thread rescue = new Thread(this::restore);

    private RawTerminal(Optional<String> before) {
        this.before = before;
    }

    static RawTerminal open() {
        RawTerminal terminal = new RawTerminal(stty("-g"));
        if (terminal.before.isPresent()) {
            Runtime.getRuntime().addShutdownHook(terminal.rescue);
            stty("raw", "-echo");
        }
        return terminal;
    }

    boolean isTerminal() {
        return before.isPresent();
    }

    private void restore() {
        before.ifPresent(RawTerminal::stty);
    }

    /// Runs stty on our standard input; empty when that is no terminal.
    private static Optional<String> stty(String... arguments) {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            byte[] output = process.getInputStream().readNBytes(1024);
            boolean good = process.waitFor() == 0;
            String text = new String(output, StandardCharsets.US_ASCII).strip();
            return good ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (before.isPresent()) {
            restore();
            Runtime.getRuntime().removeShutdownHook(rescue);
        }
    }
}
