package vmconf.compiler.edit;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vmconf.compiler.lower.RandomTree;

/// Files without errors in the layouts that people give them: other indentations, comments behind
/// and between options, columns, lines that go on, blocks of one line, no last line feed.
final class RandomLayout {
    private final Random random;
    private final String indent;
    private final boolean columns;
    private final StringBuilder text = new StringBuilder();

    private RandomLayout(Random random) {
        this.random = random;
        this.indent = List.of("\t", "    ", "  ", "").get(random.nextInt(4));
        this.columns = random.nextInt(3) == 0;
    }

    static Arbitrary<String> texts() {
        return Combinators.combine(RandomTree.texts(), Arbitraries.longs())
                .as((tree, seed) -> new RandomLayout(new Random(seed)).of(tree));
    }

    private boolean seldom() {
        return random.nextInt(6) == 0;
    }

    private String of(String tree) {
        String[] lines = tree.split("\n");
        for (int i = 0; i < lines.length; i++) {
            boolean single =
                    i + 2 < lines.length && lines[i].endsWith("{") && lines[i + 2].equals("}");
            if (single && random.nextBoolean()) {
                text.append(lines[i]).append(' ').append(lines[i + 1].strip()).append(" }\n");
                i += 2;
            } else {
                line(lines[i]);
            }
            if (lines[i].equals("}") && random.nextBoolean()) {
                text.append(seldom() ? "  \n" : "\n");
            }
        }
        return seldom() ? text.toString().stripTrailing() : text.toString();
    }

    private void line(String line) {
        if (line.startsWith("vm") && seldom()) {
            text.append("# about ").append(line.replaceAll("[^a-z]", "")).append('\n');
        }
        if (!line.startsWith("\t")) {
            text.append(line).append(seldom() ? " # here\n" : "\n");
            return;
        }
        if (seldom()) {
            text.append(indent).append("# what follows matters\n");
        }
        text.append(indent).append(option(line.strip()));
        text.append(
                switch (random.nextInt(8)) {
                    case 0 -> "   # why";
                    case 1 -> "\t# why \\\n and on";
                    case 2 -> " \\\n";
                    default -> "";
                });
        text.append('\n').append(seldom() ? "\n" : "");
    }

    private String option(String words) {
        int blank = words.indexOf(' ');
        boolean plain = blank > 0 && !words.contains("{") && !words.startsWith("local");
        return columns && plain && blank < 8
                ? words.substring(0, blank) + " ".repeat(8 - blank) + words.substring(blank + 1)
                : words;
    }
}
