package vmconf.plan;

import java.io.IOException;
import java.util.Arrays;

/// The layout of YAML: objects and lists in blocks, two blanks deeper for each level. Text is
/// handed on as it is made, so that a large document takes no memory.
final class BlockYaml {
    private static final int CHUNK = 1 << 15;
    private static final int DEEPER = 2;
    private static final String BLANKS = " ".repeat(128);

    private final Appendable out;
    private final StringBuilder text = new StringBuilder(CHUNK + CHUNK / 4);
    private int depth = -1;
    private int[] columns = new int[16];
    private int[] entries = new int[16];
    private boolean[] lists = new boolean[16];

    BlockYaml(Appendable out) {
        this.out = out;
    }

    /// Begins an object or a list, as an item of the list that is open or behind a key.
    void open(boolean list) {
        int column = 0;
        if (depth >= 0) {
            item();
            column = columns[depth] + DEEPER;
        }
        depth++;
        if (depth == columns.length) {
            columns = Arrays.copyOf(columns, depth * 2);
            entries = Arrays.copyOf(entries, depth * 2);
            lists = Arrays.copyOf(lists, depth * 2);
        }
        columns[depth] = column;
        entries[depth] = 0;
        lists[depth] = list;
    }

    /// Ends what was begun last.
    void close() throws IOException {
        if (entries[depth] == 0) {
            text.append(lists[depth] ? " []" : " {}");
        }
        depth--;
        if (depth < 0) {
            text.append('\n');
            handOn();
        }
    }

    /// Begins an entry of the object that is open.
    void key(String key) throws IOException {
        startEntry();
        text.append(key).append(':');
        if (text.length() > CHUNK) {
            handOn();
        }
    }

    /// A value that has no parts.
    void scalar(String value) {
        item();
        text.append(' ').append(value);
    }

    private void item() {
        if (lists[depth]) {
            startEntry();
            text.append('-');
        }
    }

    /// The first entry of an item stands behind its dash.
    private void startEntry() {
        boolean behindDash = entries[depth] == 0 && depth > 0 && lists[depth - 1];
        if (behindDash) {
            text.append(' ');
        } else if (depth > 0 || entries[depth] > 0) {
            text.append('\n').append(BLANKS, 0, columns[depth]);
        }
        entries[depth]++;
    }

    private void handOn() throws IOException {
        out.append(text);
        text.setLength(0);
    }
}
