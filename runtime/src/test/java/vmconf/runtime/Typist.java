package vmconf.runtime;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Somebody at a console who types each line only when the hello guest has shown its prompt, and
/// after the last one waits for the end.
final class Typist extends InputStream {
    private static final String PROMPT = "\n> ";

    private final Deque<String> lines;
    private final ByteArrayOutputStream seen;
    private int before;

    Typist(List<String> lines, ByteArrayOutputStream seen) {
        this.lines = new ArrayDeque<>(lines);
        this.seen = seen;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("lines are typed as a whole");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        Wait.until("the guest prompts", () -> !lines.isEmpty() && prompts());
        before = seen.size();
        byte[] typed = lines.remove().getBytes(StandardCharsets.UTF_8);
        System.arraycopy(typed, 0, buffer, offset, typed.length);
        return typed.length;
    }

    private boolean prompts() {
        return seen.size() > before && seen.toString(StandardCharsets.UTF_8).endsWith(PROMPT);
    }
}
