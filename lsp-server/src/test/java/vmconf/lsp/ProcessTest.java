package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// The real process, spoken to in bytes.
class ProcessTest {
    private static void send(OutputStream out, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String header = "Content-Length: " + body.length + "\r\n\r\n";
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        // In two pieces, as a pipe may deliver it.
        out.write(body, 0, body.length / 2);
        out.flush();
        out.write(body, body.length / 2, body.length - body.length / 2);
        out.flush();
    }

    private static String receive(InputStream in) throws IOException {
        StringBuilder header = new StringBuilder();
        while (header.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new java.io.EOFException("the server has ended");
            }
            header.append((char) next);
        }
        String length = header.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
        return new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
    }

    @Test
    void answersAndEndsWell() throws Exception {
        Process server = ServerProcess.start("--stdio");
        OutputStream out = server.getOutputStream();
        InputStream in = server.getInputStream();
        send(out, "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"textDocument/hover\",\"params\":{}}");
        assertThat(receive(in)).contains("-32002");
        send(
                out,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\","
                        + "\"params\":{\"processId\":null,\"rootUri\":null,\"capabilities\":{}}}");
        assertThat(receive(in)).contains("\"id\":1", "hoverProvider");
        send(out, "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}");
        assertThat(receive(in)).contains("\"id\":2", "\"result\":null");
        send(out, "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
        assertThat(server.waitFor()).isZero();
    }

    @Test
    void endsWhenTheClientIsGone() throws Exception {
        Process server = ServerProcess.start();
        server.getOutputStream().close();
        assertThat(server.waitFor()).isEqualTo(1);
    }

    @Test
    void tellsItsVersion() throws Exception {
        Process server = ServerProcess.start("--version");
        assertThat(new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("vmconf-lsp ");
        assertThat(server.waitFor()).isZero();
        assertThat(ServerProcess.start("--port").waitFor()).isEqualTo(2);
    }
}
