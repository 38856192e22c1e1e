import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Times a language server from outside, as an editor would: `java Keys.java FOLDER COMMAND...`.
///
/// Every figure is the time between the last byte of a message and the answer, or the diagnostics of
/// that very version.
final class Keys {
    private static final int KEYS = 300;

    private final Process server;
    private final OutputStream out;
    private final InputStream in;
    private int id;

    private Keys(List<String> command) throws IOException {
        server = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        out = server.getOutputStream();
        in = new BufferedInputStream(server.getInputStream(), 1 << 16);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toRealPath();
        List<String> command = List.of(arguments).subList(1, arguments.length);
        start(folder, command);
        keystrokes(folder, command, "500 lines", lines(500));
        keystrokes(folder, command, "1,000 machines", machines(1_000));
        include(folder, command, 100);
        edits(folder, command, 10_000);
    }

    private static void start(Path folder, List<String> command) throws Exception {
        long[] answered = new long[10];
        long[] diagnosed = new long[10];
        for (int i = 0; i < answered.length; i++) {
            long before = System.nanoTime();
            Keys keys = new Keys(command);
            keys.initialize(folder);
            answered[i] = System.nanoTime() - before;
            keys.open(folder.resolve("vm.conf"), lines(20));
            diagnosed[i] = System.nanoTime() - before;
            if (i == 0) {
                System.out.printf("memory with one small file: %d MiB%n", keys.memory() >> 10);
            }
            keys.end();
        }
        tell("start to initialize answered", answered);
        tell("start to first diagnostics", diagnosed);
    }

    private static void keystrokes(Path folder, List<String> command, String what, String text)
            throws Exception {
        Keys keys = new Keys(command);
        keys.initialize(folder);
        Path file = folder.resolve("vm.conf");
        keys.open(file, text);
        int line = (int) text.lines().count() / 2;
        long[] diagnosed = new long[KEYS];
        long[] completed = new long[KEYS];
        long[] hovered = new long[KEYS];
        for (int i = -100; i < KEYS; i++) {
            String place = "{\"line\":" + line + ",\"character\":0}";
            String range = "{\"start\":" + place + ",\"end\":" + place + "}";
            long before = System.nanoTime();
            keys.change(file, i + 1000, range, i % 2 == 0 ? "#\\n" : "\\n");
            keys.until("\"version\":" + (i + 1000));
            long after = System.nanoTime();
            keys.ask("completion", file, line, 0);
            long listed = System.nanoTime();
            keys.ask("hover", file, line + 3, 2);
            if (i >= 0) {
                diagnosed[i] = after - before;
                completed[i] = listed - after;
                hovered[i] = System.nanoTime() - listed;
            }
        }
        tell(what + ": keystroke to diagnostics", diagnosed);
        tell(what + ": completion", completed);
        tell(what + ": hover", hovered);
        keys.end();
    }

    private static void include(Path folder, List<String> command, int roots) throws Exception {
        Path shared = folder.resolve("tree");
        Files.createDirectories(shared);
        Path part = shared.resolve("part.conf");
        Files.writeString(part, "ram = \"1G\"\n");
        for (int i = 0; i < roots; i++) {
            Files.writeString(
                    shared.resolve("r" + i + ".vm.conf"),
                    "include \"" + part + "\"\nvm \"v\" {\n\tdisk \"/v.img\"\n\tmemory $ram\n}\n");
        }
        Keys keys = new Keys(command);
        keys.initialize(shared);
        keys.open(part, "ram = \"1G\"\n");
        String start = "{\"line\":0,\"character\":7}";
        String range = "{\"start\":" + start + ",\"end\":{\"line\":0,\"character\":8}}";
        long[] times = new long[KEYS];
        for (int i = -50; i < KEYS; i++) {
            long before = System.nanoTime();
            keys.change(part, i + 1000, range, String.valueOf(1 + (i & 7)));
            keys.until("\"version\":" + (i + 1000));
            if (i >= 0) {
                times[i] = System.nanoTime() - before;
            }
        }
        tell("an include of " + roots + " files: keystroke to diagnostics", times);
        keys.end();
    }

    private static void edits(Path folder, List<String> command, int count) throws Exception {
        Keys keys = new Keys(command);
        keys.initialize(folder);
        Path file = folder.resolve("vm.conf");
        keys.open(file, lines(500));
        String place = "{\"line\":9,\"character\":0}";
        String range = "{\"start\":" + place + ",\"end\":{\"line\":9,\"character\":0}}";
        String back = "{\"start\":" + place + ",\"end\":{\"line\":9,\"character\":1}}";
        long before = 0;
        for (int i = 0; i < count; i++) {
            keys.change(file, i + 2, i % 2 == 0 ? range : back, i % 2 == 0 ? "#" : "");
            if (i % 100 == 99) {
                keys.until("\"version\":" + (i + 2));
            }
            before = i == count / 2 ? keys.memory() : before;
        }
        System.out.printf(
                "memory after %,d edits: %d MiB, half-way %d MiB%n",
                count, keys.memory() >> 10, before >> 10);
        keys.end();
    }

    private static String lines(int count) {
        return machines((count - 3) / 6 + 1);
    }

    private static String machines(int count) {
        StringBuilder text = new StringBuilder("switch \"lan\" {\n\tinterface bridge0\n}\n");
        for (int i = 0; i < count; i++) {
            text.append("vm \"v").append(i).append("\" {\n\tdisk \"/var/vm/v").append(i);
            text.append(".img\"\n\tmemory 1G\n\tinterface { switch \"lan\" }\n}\n\n");
        }
        return text.toString();
    }

    private static void tell(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f ms, p95 %.1f, p99 %.1f%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[Math.min(nanos.length - 1, nanos.length * 95 / 100)] / 1e6,
                nanos[Math.min(nanos.length - 1, nanos.length * 99 / 100)] / 1e6);
    }

    private void initialize(Path folder) throws IOException {
        send(
                "\"id\":" + ++id + ",\"method\":\"initialize\",\"params\":{\"processId\":null,"
                        + "\"rootUri\":\"" + folder.toUri() + "\",\"capabilities\":{\"workspace\":"
                        + "{\"didChangeWatchedFiles\":{\"dynamicRegistration\":true}}}}");
        until("\"capabilities\"");
        send("\"method\":\"initialized\",\"params\":{}");
    }

    private void open(Path file, String text) throws IOException {
        send(
                "\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\""
                        + file.toUri() + "\",\"languageId\":\"vmconf\",\"version\":1,\"text\":\""
                        + text.replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
                        + "\"}}");
        until("\"version\":1");
    }

    private void change(Path file, int version, String range, String text) throws IOException {
        send(
                "\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":\""
                        + file.toUri() + "\",\"version\":" + version + "},\"contentChanges\":"
                        + "[{\"range\":" + range + ",\"text\":\"" + text + "\"}]}");
    }

    private void ask(String what, Path file, int line, int character) throws IOException {
        int number = ++id;
        send(
                "\"id\":" + number + ",\"method\":\"textDocument/" + what
                        + "\",\"params\":{\"textDocument\":{\"uri\":\"" + file.toUri()
                        + "\"},\"position\":{\"line\":" + line + ",\"character\":" + character
                        + "}}");
        until("\"id\":" + number + ",");
    }

    private void send(String members) throws IOException {
        byte[] body = ("{\"jsonrpc\":\"2.0\"," + members + "}").getBytes(StandardCharsets.UTF_8);
        out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.flush();
    }

    private void until(String part) throws IOException {
        Predicate<String> wanted = message -> message.contains(part);
        String message = receive();
        while (!wanted.test(message)) {
            message = receive();
        }
    }

    private String receive() throws IOException {
        int ends = 0;
        StringBuilder text = new StringBuilder();
        while (ends < 2) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the server has ended");
            }
            text.append((char) next);
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
        }
        int length = Integer.parseInt(text.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /// Resident memory in KiB.
    private long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(server.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private void end() throws Exception {
        send("\"id\":" + ++id + ",\"method\":\"shutdown\"");
        until("\"id\":" + id);
        send("\"method\":\"exit\"");
        server.waitFor();
    }
}
