package vmconf.packaging.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vmconf.testdata.Golden;

/// What is not played, and what runs it, or its like, instead: `testdata/docs/elsewhere.txt`.
final class Elsewhere {
    static final String FILE = "testdata/docs/elsewhere.txt";
    private static final String ARROW = " => ";

    private final Map<String, String> runners = new LinkedHashMap<>();
    private final List<String> unused = new ArrayList<>();

    Elsewhere() throws IOException {
        for (String line : Files.readAllLines(Golden.root().resolve(FILE))) {
            int arrow = line.lastIndexOf(ARROW);
            if (!line.startsWith("#") && arrow >= 0) {
                String what = line.substring(0, arrow).strip();
                runners.put(what, line.substring(arrow + ARROW.length()).strip());
                unused.add(what);
            }
        }
    }

    /// Whether the list has a command, or the first line of another block.
    boolean has(Page page, String line) {
        String what = page.name() + ": " + line.replaceFirst(" +#.*", "").strip();
        unused.remove(what);
        return runners.containsKey(what);
    }

    /// Entries that nobody asked for.
    List<String> unused() {
        return unused;
    }

    /// Entries whose runner is not there, apart from "nothing".
    List<String> withoutRunner() {
        return runners.entrySet().stream()
                .filter(each -> !each.getValue().equals("nothing"))
                .filter(each -> !Files.exists(Golden.root().resolve(each.getValue())))
                .map(Object::toString)
                .toList();
    }
}
