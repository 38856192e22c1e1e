package vmconf.packaging.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A shell that lives as long as a page is played.
final class Shell implements AutoCloseable {
    /// What a command printed, on either stream, and how it ended.
    record Ran(int status, String out) {}

    private static final int SECONDS = 120;
    private static final Pattern END = Pattern.compile("\n<ended ([0-9]+)>\n$");

    private final Process process;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Thread reader;

    /// @param command what runs it
    Shell(List<String> command, Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
        reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try {
            process.getInputStream().transferTo(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a command, which gets nothing to read.
    Ran run(String command) {
        printed.reset();
        type("{ " + command + "\n} < /dev/null; printf '\\n<ended %s>\\n' $?\n");
        return ended(command);
    }

    /// Runs a command in a terminal, and types each line when a prompt is there; then leaves as
    /// vmctl's users do.
    ///
    /// @param said what the terminal shows before the first prompt
    Ran console(String command, String said, List<String> lines) {
        printed.reset();
        type("script -qfec '%s' /dev/null; printf '\\n<ended %%s>\\n' $?\n".formatted(command));
        await(command, text -> text.contains("Connected to ") && text.contains(said));
        int seen = 0;
        for (String each : lines) {
            awaitPrompt(command, seen);
            seen = seen().length();
            type(each + "\r");
        }
        awaitPrompt(command, seen);
        type("~.");
        return ended(command);
    }

    private void awaitPrompt(String command, int seen) {
        await(command, text -> text.length() > seen && prompts(text));
    }

    private static boolean prompts(String text) {
        return text.endsWith("\n# ") || text.endsWith("\n> ");
    }

    private Ran ended(String command) {
        await(command, text -> END.matcher(text).find());
        String text = text();
        Matcher end = END.matcher(text);
        if (!end.find()) {
            throw new IllegalStateException(text);
        }
        return new Ran(Integer.parseInt(end.group(1)), text.substring(0, end.start()));
    }

    private void type(String text) {
        try {
            process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(text(), e);
        }
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /// The terminal's line ends, and what a guest says to a terminal, are not text.
    private String seen() {
        return text().replaceAll("\u001b\\[[0-9;?]*[A-Za-z]|\r", "");
    }

    private void await(String command, Predicate<String> there) {
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        boolean over = false;
        while (!there.test(seen())) {
            if (over) {
                throw new AssertionError(command + " does not go on:\n" + text());
            }
            over = System.nanoTime() > end || !process.isAlive() || END.matcher(text()).find();
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        reader.interrupt();
    }
}
