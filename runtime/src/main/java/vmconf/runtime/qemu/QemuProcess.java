package vmconf.runtime.qemu;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import vmconf.runtime.supervise.LaunchException;

/// A QEMU process in a session of its own, so that it outlives the daemon and no terminal's
/// signals reach it.
record QemuProcess(Process process, RunFolder folder) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration STEP = Duration.ofMillis(5);

    /// @param taps devices that exist for this guest
    static QemuProcess start(
            Path program, List<String> arguments, RunFolder folder, List<String> taps)
            throws LaunchException {
        List<String> command =
                Stream.concat(Stream.of("setsid", program.toString()), arguments.stream()).toList();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.path().toFile());
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectOutput(folder.errors().toFile());
        builder.redirectErrorStream(true);
        try {
            Process process = builder.start();
            Identity.of(process.toHandle(), taps).write(folder.identity());
            return new QemuProcess(process, folder);
        } catch (IOException e) {
            folder.delete();
            throw new LaunchException("cannot run setsid; install the package util-linux");
        }
    }

    /// Connects to a socket that QEMU makes while it starts.
    SocketChannel connect(Path socket) throws LaunchException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                try {
                    channel.connect(UnixDomainSocketAddress.of(socket));
                    return channel;
                } catch (IOException e) {
                    channel.close();
                }
                if (process.waitFor(STEP)) {
                    throw new LaunchException("qemu exited with status " + process.exitValue());
                }
            } catch (IOException e) {
                throw new LaunchException("cannot open a socket: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LaunchException("interrupted");
            }
        }
        throw new LaunchException("qemu did not come up in %d s".formatted(PATIENCE.toSeconds()));
    }
}
