package vmconf.runtime.qemu;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/// QEMU's migration, between it and us.
record Migration(Asking monitor, RunFolder folder) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration STEP = Duration.ofMillis(5);
    private static final long UNLIMITED = 1L << 40;

    /// Copies the state of a machine that stands still.
    void copyTo(OutputStream out) throws IOException {
        monitor.execute("migrate-set-parameters", Map.of("max-bandwidth", UNLIMITED));
        try (ServerSocketChannel server = listening()) {
            monitor.execute("migrate", Map.of("uri", "unix:" + RunFolder.OUTGOING));
            try (SocketChannel qemu = accepted(server)) {
                Channels.newInputStream(qemu).transferTo(out);
            }
        } finally {
            Files.deleteIfExists(folder.outgoing());
        }
        JsonNode end = ended();
        if (!end.path("status").asString("").equals("completed")) {
            throw new QmpException("qemu: " + reason(end));
        }
    }

    /// The folder's parents are closed to everybody else; QEMU itself may be a user without rights.
    private ServerSocketChannel listening() throws IOException {
        Path socket = folder.outgoing();
        Files.deleteIfExists(socket);
        Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwx--x--x"));
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
        return server;
    }

    private SocketChannel accepted(ServerSocketChannel server) throws IOException {
        CompletableFuture<SocketChannel> client = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("migration")
                .start(
                        () -> {
                            try {
                                client.complete(server.accept());
                            } catch (IOException e) {
                                client.completeExceptionally(e);
                            }
                        });
        try {
            return client.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new QmpException("qemu: " + reason(status()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QmpException("interrupted");
        }
    }

    /// Waits until nothing is under way any more.
    JsonNode ended() throws QmpException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode status = status();
        while (isUnderWay(status) && System.nanoTime() < deadline) {
            rest();
            status = status();
        }
        return status;
    }

    /// Ends what may be under way.
    void giveUp() throws QmpException {
        if (isUnderWay(status())) {
            monitor.execute("migrate_cancel", Map.of());
            ended();
        }
    }

    /// Before the state comes: the disks are to be taken when the machine is let go, not before.
    void prepareToReceive() throws QmpException {
        Map<String, Object> late = Map.of("capability", "late-block-activate", "state", true);
        monitor.execute("migrate-set-capabilities", Map.of("capabilities", List.of(late)));
    }

    private JsonNode status() throws QmpException {
        return monitor.execute("query-migrate", Map.of());
    }

    private static boolean isUnderWay(JsonNode status) {
        return switch (status.path("status").asString("none")) {
            case "none", "completed", "failed", "cancelled" -> false;
            default -> true;
        };
    }

    private static String reason(JsonNode status) {
        return status.path("error-desc")
                .asString("migration " + status.path("status").asString("has not begun"));
    }

    private static void rest() throws QmpException {
        try {
            Thread.sleep(STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QmpException("interrupted");
        }
    }
}
