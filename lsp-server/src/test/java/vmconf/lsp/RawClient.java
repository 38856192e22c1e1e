package vmconf.lsp;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A client that speaks in bytes, also in wrong ones.
final class RawClient implements AutoCloseable {
    private final OutputStream out;
    private final InputStream in;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    RawClient() {
        try {
            Pipe toServer = Pipe.open();
            Pipe toClient = Pipe.open();
            out = Channels.newOutputStream(toServer.sink());
            in = Channels.newInputStream(toClient.source());
            Thread.ofPlatform()
                    .daemon()
                    .start(
                            () ->
                                    exit.complete(
                                            Connection.serve(
                                                    Channels.newInputStream(toServer.source()),
                                                    Channels.newOutputStream(toClient.sink()),
                                                    RememberedRoots.NONE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(String body) {
        try {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String header = "Content-Length: " + bytes.length + "\r\n\r\n";
            out.write(header.getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void request(Object id, String method, String params) {
        send(
                "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"%s\",\"params\":%s}"
                        .formatted(id, method, params));
    }

    void tell(String method, String params) {
        send("{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":%s}".formatted(method, params));
    }

    JsonObject receive() {
        try {
            StringBuilder header = new StringBuilder();
            while (header.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException();
                }
                header.append((char) next);
            }
            String length = header.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
            String body =
                    new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
            return JsonParser.parseString(body).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The next answer; what the server tells in between is passed over.
    JsonObject answer() {
        JsonObject message = receive();
        while (message.has("method")) {
            message = receive();
        }
        return message;
    }

    int error() {
        JsonObject error = answer().getAsJsonObject("error");
        return error == null ? 0 : error.get("code").getAsInt();
    }

    void initialize() {
        initialize("{}");
    }

    void initialize(String capabilities) {
        request(
                0,
                "initialize",
                "{\"processId\":null,\"rootUri\":null,\"capabilities\":%s}"
                        .formatted(capabilities));
        answer();
        tell("initialized", "{}");
    }

    int exit() throws Exception {
        return exit.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
