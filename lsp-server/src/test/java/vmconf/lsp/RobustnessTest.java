package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever arrives, the answer is the one that the protocol has for it, and the server goes on.
@Timeout(120)
class RobustnessTest {
    private static String hover(int line, int character) {
        return "{\"textDocument\":{\"uri\":\"file:///none/x.conf\"},\"position\":{\"line\":%d,\"character\":%d}}"
                .formatted(line, character);
    }

    private static void open(RawClient client, String text) {
        String item =
                new Gson()
                        .toJson(
                                Map.of(
                                        "textDocument",
                                        Map.of(
                                                "uri",
                                                "file:///none/x.conf",
                                                "languageId",
                                                "vmconf",
                                                "version",
                                                1,
                                                "text",
                                                text)));
        client.tell("textDocument/didOpen", item);
    }

    @Test
    void requestsOutOfTurn() throws Exception {
        try (RawClient client = new RawClient()) {
            client.request(1, "textDocument/hover", hover(0, 0));
            assertThat(client.error()).isEqualTo(-32002);
            client.initialize();
            client.request(2, "initialize", "{\"capabilities\":{}}");
            assertThat(client.error()).isEqualTo(-32600);
            client.send("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"shutdown\"}");
            assertThat(client.error()).isZero();
            client.request(4, "textDocument/hover", hover(0, 0));
            assertThat(client.error()).isEqualTo(-32600);
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
            assertThat(client.exit()).isZero();
        }
    }

    @Test
    void whatIsNoMessage() {
        try (RawClient client = new RawClient()) {
            client.initialize();
            for (String broken : new String[] {"{\"id\":1,\"method\":", "}{", "{\"id\":1,,}"}) {
                client.send(broken);
                assertThat(client.error()).as(broken).isEqualTo(-32700);
            }
            for (String empty : new String[] {"[]", "{}", "7", "{\"id\":1}", "{\"method\":1}"}) {
                client.send(empty);
                assertThat(client.error()).as(empty).isEqualTo(-32600);
            }
            client.request(7, "textDocument/hover", hover(0, 0));
            assertThat(client.error()).isZero();
        }
    }

    @Test
    void methodsAndParametersThatAreNone() {
        try (RawClient client = new RawClient()) {
            client.initialize();
            client.request(1, "no/such", "{}");
            assertThat(client.error()).isEqualTo(-32601);
            client.request(2, "textDocument/documentColor", hover(0, 0));
            assertThat(client.error()).isEqualTo(-32601);
            client.request(3, "textDocument/hover", "\"words\"");
            assertThat(client.error()).isEqualTo(-32602);
            client.request(4, "textDocument/hover", "{}");
            assertThat(client.error()).isEqualTo(-32602);
            client.request(
                    8, "textDocument/hover", hover(0, 0).replace("{\"line", "7,\"x\":{\"line"));
            assertThat(client.error()).isEqualTo(-32602);
            client.request(9, "$/noSuch", "{}");
            assertThat(client.error()).isEqualTo(-32601);
            client.tell("textDocument/didOpen", "{\"textDocument\":{}}");
            client.request(5, "workspace/executeCommand", "{\"command\":\"none\"}");
            assertThat(client.error()).isEqualTo(-32602);
            client.request("\"six\"", "textDocument/hover", hover(0, 0));
            assertThat(client.answer().get("id").getAsString()).isEqualTo("six");
        }
    }

    @Test
    void faultsOfOurOwnAreNoFaultsOfTheClient() {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            assertThat(Failures.answer(new NullPointerException("x")).getCode()).isEqualTo(-32603);
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("NullPointerException");
    }

    @Test
    void versionsOfClosedDocumentsAreNull() {
        try (RawClient client = new RawClient()) {
            client.initialize(
                    "{\"workspace\":{\"diagnostics\":{\"refreshSupport\":true}},"
                            + "\"textDocument\":{\"diagnostic\":{}}}");
            client.request(
                    1,
                    "workspace/diagnostic",
                    "{\"previousResultIds\":[{\"uri\":\"file:///none/gone.conf\",\"value\":\"1\"}]}");
            JsonObject report =
                    client.answer()
                            .getAsJsonObject("result")
                            .getAsJsonArray("items")
                            .get(0)
                            .getAsJsonObject();
            assertThat(report.has("version")).isTrue();
            assertThat(report.get("version").isJsonNull()).isTrue();
        }
    }

    @Test
    void placesThatAreNone() {
        try (RawClient client = new RawClient()) {
            client.initialize();
            open(client, "vm \"a\" {\n\tdisk \"/a\"\n}\n");
            client.request(1, "textDocument/hover", hover(-1, -5));
            assertThat(client.error()).isZero();
            client.request(2, "textDocument/hover", hover(Integer.MAX_VALUE, Integer.MAX_VALUE));
            assertThat(client.error()).isZero();
            client.tell(
                    "textDocument/didChange",
                    "{\"textDocument\":{\"uri\":\"file:///none/x.conf\",\"version\":2},"
                            + "\"contentChanges\":[{\"range\":{\"start\":{\"line\":-3,\"character\":9},"
                            + "\"end\":{\"line\":-9,\"character\":-9}},\"text\":\"# \"}]}");
            client.request(3, "textDocument/hover", hover(0, 0));
            assertThat(client.error()).isZero();
        }
    }

    @Test
    void whatIsCancelledSaysSo() {
        try (RawClient client = new RawClient()) {
            client.initialize();
            open(client, "vm \"a\" {\n\tdisk \"/a\"\n\tinterface\n}\n".repeat(20_000));
            client.request(1, "workspace/symbol", "{\"query\":\"\"}");
            client.tell("$/cancelRequest", "{\"id\":1}");
            client.tell("$/cancelRequest", "{\"id\":1}");
            client.tell("$/cancelRequest", "{\"id\":99}");
            assertThat(client.error()).isIn(-32800, 0);
        }
    }

    @Test
    void answersAboutTextThatHasChangedSince() {
        try (RawClient client = new RawClient()) {
            client.initialize();
            open(client, "vm \"a\" {\n\tdisk \"/a\"\n\tinterface\n}\n".repeat(10_000));
            client.request(1, "textDocument/semanticTokens/full", hover(0, 0));
            client.tell(
                    "textDocument/didChange",
                    "{\"textDocument\":{\"uri\":\"file:///none/x.conf\",\"version\":2},"
                            + "\"contentChanges\":[{\"text\":\"\"}]}");
            assertThat(client.error()).isEqualTo(-32801);
        }
    }

    @Test
    void anyBytes() {
        Random random = new Random(42);
        try (RawClient client = new RawClient()) {
            client.initialize();
            for (int i = 0; i < 200; i++) {
                StringBuilder text = new StringBuilder();
                for (int j = 0; j < 200; j++) {
                    text.append((char) random.nextInt(i % 2 == 0 ? 128 : 0xd800));
                }
                client.tell("textDocument/didClose", hover(0, 0));
                open(client, text.toString());
                client.request(
                        i, "textDocument/completion", hover(random.nextInt(9), random.nextInt(60)));
                JsonObject answer = client.answer();
                assertThat(answer.has("error")).as(answer.toString()).isFalse();
            }
        }
    }

    @Test
    void aDocumentOfTenMegabytes() {
        try (RawClient client = new RawClient()) {
            client.initialize();
            open(client, "# a line of nothing but a comment, again and again\n".repeat(200_000));
            client.request(1, "textDocument/hover", hover(199_999, 0));
            assertThat(client.error()).isZero();
        }
    }
}
