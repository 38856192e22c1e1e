package vmconf.packaging.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.testdata.Golden;

/// Plays a page from its top to its end.
///
/// A block with `file=NAME` is written to that file. A block whose first line begins with `$ ` is a
/// session: what its commands print is what stands below them, and they end as `Ending` has it. A
/// block of `sh` is run line by line, and no line may fail. `in=NAME` plays a block in a copy of
/// that folder of the page's folder in `testdata/docs`, after its `before.sh`.
final class Player implements AutoCloseable {
    /// The daemon answers, then it ends; readers are slower.
    private static final String VMD_ENDS =
            "for try in $(seq 600); do pgrep -f vmconf.runtime.Vmd > /dev/null || break; sleep 0.1; done";

    private final Page page;
    private final Path folder;
    private final Shell shell;
    private final Elsewhere elsewhere;
    private final List<Path> links = new ArrayList<>();
    private final Set<String> places = new HashSet<>();
    private final Map<Block, List<String>> changes = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    Player(Page page, Path folder, Shell shell, Elsewhere elsewhere) {
        this.page = page;
        this.folder = folder;
        this.shell = shell;
        this.elsewhere = elsewhere;
    }

    /// The page as it should be.
    String play() throws IOException {
        for (Block each : page.blocks()) {
            if (each.lines().isEmpty()) {
                continue;
            }
            go(each.says("in").orElse("."));
            if (each.says("file").isPresent()) {
                write(each, each.says("file").get());
            } else if (each.isSession()) {
                if (!session(each)) {
                    break;
                }
            } else if (each.isScript()) {
                script(each);
            } else if (!Setup.isOne(each) && !elsewhere.has(page, each.lines().getFirst())) {
                problem(each, "nobody claims \"" + each.lines().getFirst() + "\"");
            }
        }
        return page.with(changes);
    }

    /// Commands that failed, and blocks that nobody knows what to do with.
    List<String> problems() {
        return problems;
    }

    private void problem(Block block, String text) {
        problems.add("%s:%d: %s".formatted(page.name(), block.first() + 1, text));
    }

    private void go(String place) throws IOException {
        Path to = folder.resolve(place).normalize();
        if (places.add(place)) {
            copy(Golden.root().resolve(page.folder()).resolve(place).normalize(), to);
            links.add(Files.createSymbolicLink(to.resolve("bin"), Golden.root().resolve("bin")));
            shell.run("cd " + to);
            if (Files.exists(to.resolve("before.sh"))) {
                Shell.Ran ran = shell.run(". ./before.sh");
                if (ran.status() != 0) {
                    problems.add(page.folder() + "/" + place + "/before.sh: " + ran.out());
                }
            }
        } else if (!place.equals(".")) {
            shell.run("cd " + to);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path each : files.toList()) {
                if (Files.isDirectory(each)) {
                    continue;
                }
                Files.copy(each, to.resolve(each.getFileName().toString()));
            }
        }
    }

    private void write(Block block, String name) {
        shell.run("cat > %s <<'END OF FILE'\n%sEND OF FILE".formatted(name, block.text()));
    }

    private void script(Block block) {
        StringBuilder command = new StringBuilder();
        for (String line : block.lines()) {
            command.append(line).append('\n');
            if (line.isBlank() || line.startsWith("#") || elsewhere.has(page, line)) {
                command.setLength(0);
            } else if (!line.endsWith("\\")) {
                Shell.Ran ran = ran(command.toString().strip(), List.of());
                if (ran.status() != 0) {
                    problem(block, "%s: %s".formatted(line, ran));
                }
                command.setLength(0);
            }
        }
    }

    /// Whether it went on to its end.
    private boolean session(Block block) {
        List<String> actual = new ArrayList<>();
        int line = 0;
        while (line < block.lines().size()) {
            String command = block.lines().get(line).substring(Block.PROMPT.length());
            int end = line + 1;
            while (end < block.lines().size() && !block.lines().get(end).startsWith(Block.PROMPT)) {
                end++;
            }
            List<String> shown = block.lines().subList(line + 1, end);
            actual.add(block.lines().get(line));
            if (elsewhere.has(page, command)) {
                actual.addAll(shown);
            } else {
                try {
                    Shell.Ran ran = ran(command, shown);
                    Ending.fault(command, ran).ifPresent(each -> problem(block, each));
                    actual.addAll(printed(ran));
                } catch (AssertionError e) {
                    problem(block, String.valueOf(e.getMessage()));
                    changes.put(block, actual);
                    return false;
                }
                if (end < block.lines().size() && block.lines().get(end - 1).isBlank()) {
                    actual.add("");
                }
            }
            line = end;
        }
        changes.put(block, actual);
        return true;
    }

    private Shell.Ran ran(String command, List<String> shown) {
        String words = command.replaceFirst(" +# .*", "");
        if (Consoles.isOne(words)) {
            return Consoles.play(shell, words, shown);
        }
        Shell.Ran ran = shell.run(command);
        if (words.equals("vmctl terminate")) {
            shell.run(VMD_ENDS);
        }
        return ran;
    }

    private static List<String> printed(Shell.Ran ran) {
        List<String> lines =
                new ArrayList<>(Mask.over(ran.out()).lines().map(String::stripTrailing).toList());
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        for (Path each : links) {
            Files.delete(each);
        }
    }
}
