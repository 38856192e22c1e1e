package vmconf.runtime.qemu;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import vmconf.runtime.host.LineReader;

/// QEMU's end of a monitor, on a real socket, played by the test.
final class FakeMonitor implements AutoCloseable {
    private final ServerSocketChannel server;
    private final Path path;
    private volatile CompletableFuture<SocketChannel> client = new CompletableFuture<>();

    FakeMonitor(Path folder) throws IOException {
        path = folder.resolve("qmp.sock");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
    }

    SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(path));
    }

    /// Takes the next client, greets, and answers each command by its reply; nothing where that is
    /// empty.
    void play(Script script) {
        client = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                run(script);
                            } catch (IOException e) {
                                client.completeExceptionally(e);
                            }
                        });
    }

    interface Script {
        String reply(String command, String id);
    }

    private void run(Script script) throws IOException {
        SocketChannel channel = server.accept();
        client.complete(channel);
        send("{\"QMP\": {\"version\": {}, \"capabilities\": []}}");
        LineReader lines = new LineReader(channel, 1 << 16);
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String command = line.get().replaceAll(".*\"execute\":\"([^\"]*)\".*", "$1");
            String id = line.get().replaceAll(".*\"id\":([0-9]+).*", "$1");
            String reply =
                    command.equals("qmp_capabilities")
                            ? "{\"return\": {}, \"id\": %s}".formatted(id)
                            : script.reply(command, id);
            if (!reply.isEmpty()) {
                send(reply);
            }
        }
    }

    void send(String line) throws IOException {
        SocketChannel channel = client.join();
        ByteBuffer bytes = ByteBuffer.wrap((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    void hangUp() throws IOException {
        client.join().close();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
