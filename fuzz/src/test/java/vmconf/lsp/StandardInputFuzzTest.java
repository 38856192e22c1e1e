package vmconf.lsp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever a client says, a line a message: the server ends when its input does, what it has said
/// are messages, and none of them tells of a fault within.
class StandardInputFuzzTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FIRST =
            """
            {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{}}}
            {"jsonrpc":"2.0","method":"initialized","params":{}}
            {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///v.conf","languageId":"vmconf","version":1,"text":"m = 1G\\nvm \\"a\\" { memory $m }\\n"}}}
            """;
    private static final int INTERNAL_ERROR = -32603;

    static Stream<Arguments> seeds() {
        String place =
                "{\"textDocument\":{\"uri\":\"file:///v.conf\"},\"position\":{\"line\":1,\"character\":17}}";
        return Stream.concat(
                        Stream.of("hover", "completion", "definition", "references", "rename")
                                .map(each -> request("textDocument/" + each, place)),
                        Stream.of(
                                request("shutdown", "{}"),
                                request("textDocument/formatting", "{}"),
                                "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":\"file:///v.conf\",\"version\":2},\"contentChanges\":[{\"range\":{\"start\":{\"line\":0,\"character\":0},\"end\":{\"line\":9,\"character\":0}},\"text\":\"\"}]}}"))
                .map(Arguments::of);
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
                .formatted(method, params);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void serve(String lines) {
        ByteArrayOutputStream in = new ByteArrayOutputStream();
        (FIRST + lines).lines().filter(each -> !each.isBlank()).forEach(each -> frame(in, each));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status =
                Connection.serve(
                        new ByteArrayInputStream(in.toByteArray()), out, RememberedRoots.NONE);
        require(status == 0 || status == 1, "status " + status);
        messages(out.toByteArray()).forEach(StandardInputFuzzTest::check);
    }

    private static void frame(ByteArrayOutputStream in, String message) {
        byte[] body = message.getBytes(StandardCharsets.UTF_8);
        in.writeBytes(
                "Content-Length: %d\r\n\r\n"
                        .formatted(body.length)
                        .getBytes(StandardCharsets.US_ASCII));
        in.writeBytes(body);
    }

    private static List<String> messages(byte[] said) {
        String text = new String(said, StandardCharsets.ISO_8859_1);
        List<String> messages = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf("\r\n\r\n", at);
            require(end < 0 || text.startsWith("Content-Length: ", at), "no header");
            if (end < 0) {
                break;
            }
            int length =
                    Integer.parseInt(text.substring(at + 16, end).lines().findFirst().orElse(""));
            int body = end + 4;
            if (body + length > text.length()) {
                break; // the input ended while this one was written
            }
            messages.add(new String(said, body, length, StandardCharsets.UTF_8));
            at = body + length;
        }
        return messages;
    }

    private static void check(String message) {
        JsonNode json = JSON.readTree(message);
        require(json.isObject(), "no object: " + message);
        require(json.path("error").path("code").asInt(0) != INTERNAL_ERROR, message);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
