package vmconf.runtime.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs commands as child processes, each for at most a few seconds.
final class HostCommands implements Commands {
    private static final int LONGEST_OUTPUT = 1 << 20;
    private static final long SECONDS = 10;
    private static final Map<String, String> PACKAGES =
            Map.of("ip", "iproute2", "bridge", "iproute2", "nft", "nftables");

    @Override
    public void run(List<String> command) throws NetworkException {
        ask(command);
    }

    @Override
    public String ask(List<String> command) throws NetworkException {
        String text = String.join(" ", command);
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output;
            try (InputStream in = process.getInputStream()) {
                output = new String(in.readNBytes(LONGEST_OUTPUT), StandardCharsets.UTF_8);
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new NetworkException("%s: no end after %d s".formatted(text, SECONDS));
            }
            if (process.exitValue() != 0) {
                String reason = output.lines().findFirst().orElse("failed");
                throw new NetworkException(text + ": " + reason);
            }
            return output;
        } catch (IOException e) {
            String program = command.getFirst();
            throw new NetworkException(
                    "cannot run %s; install the package %s"
                            .formatted(program, PACKAGES.getOrDefault(program, program)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NetworkException(text + ": interrupted");
        }
    }
}
