package vmconf.packaging.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vmconf.testdata.Golden;

/// A page in Markdown.
///
/// @param name its path below the project's top folder
record Page(String name, List<String> lines) {
    private static final String INDENT = "    ";
    private static final Pattern FENCE = Pattern.compile("^ {0,3}```(.*)$");

    static Page read(String name) throws IOException {
        return new Page(name, Files.readAllLines(Golden.root().resolve(name)));
    }

    /// The folder of what it needs and does not show: `testdata/docs/cluster` for
    /// `docs/cluster.md`.
    String folder() {
        return "testdata/docs/" + name.replaceFirst("^docs/", "").replaceFirst("\\.md$", "");
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        int line = 0;
        while (line < lines.size()) {
            var fence = FENCE.matcher(lines.get(line));
            int end = line;
            if (fence.matches()) {
                line++;
                end = endOfFence(line);
                blocks.add(new Block(line, fence.group(1), lines.subList(line, end)));
            } else if (startsIndented(line)) {
                end = endOfIndented(line);
                List<String> inside =
                        lines.subList(line, end).stream()
                                .map(each -> each.substring(Math.min(4, each.length())))
                                .toList();
                blocks.add(new Block(line, "", inside));
            }
            line = end + 1;
        }
        return blocks;
    }

    private int endOfFence(int line) {
        int end = line;
        while (end < lines.size() && !lines.get(end).strip().equals("```")) {
            end++;
        }
        return end;
    }

    private boolean startsIndented(int line) {
        return lines.get(line).startsWith(INDENT) && (line == 0 || lines.get(line - 1).isBlank());
    }

    private int endOfIndented(int line) {
        int end = line;
        while (end < lines.size() && lines.get(end).startsWith(INDENT)) {
            end++;
        }
        return end;
    }

    /// What is not in a block, as one text.
    String prose() {
        List<String> rest = new ArrayList<>(lines);
        for (Block each : blocks()) {
            for (int line = 0; line < each.lines().size(); line++) {
                rest.set(each.first() + line, "");
            }
        }
        return String.join("\n", rest).replaceAll("(?m)^ *```.*$", "");
    }

    /// The page with other lines in some blocks.
    String with(Map<Block, List<String>> changes) {
        List<String> all = new ArrayList<>(lines);
        for (Block each : blocks().reversed()) {
            List<String> change = changes.get(each);
            if (change != null) {
                List<String> old = all.subList(each.first(), each.first() + each.lines().size());
                old.clear();
                old.addAll(change);
            }
        }
        return String.join("\n", all) + "\n";
    }
}
