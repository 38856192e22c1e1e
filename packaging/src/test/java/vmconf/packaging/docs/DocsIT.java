package vmconf.packaging.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.testdata.Golden;

/// The documentation does what it says. `-Dbless=true` writes into pages what commands print.
class DocsIT {
    /// Pages that other tests make, or run.
    private static final Map<String, String> MADE =
            Map.of(
                    "docs/diff.md", "EffectsTest",
                    "docs/exports.md", "ExportTablesTest",
                    "docs/rules.md", "RulesPageTest",
                    "docs/vm.conf.md", "GeneratedTest",
                    "docs/walk.md", "fresh-debian.sh",
                    "CHANGELOG.md", "what was so once");

    /// Pages on which machines are started.
    private static final Set<String> WITH_GUESTS =
            Set.of("README.md", "docs/networks.md", "docs/tutorial.md");

    private static final String NEW_HOST =
            "mount -t sysfs sysfs /sys && mount -t tmpfs tmpfs /run && mount -t tmpfs tmpfs /srv"
                    + " && ip link set lo up";

    @TempDir private Path folder;

    /// `-Dvmconf.page=README` plays only pages with that in their name.
    static List<String> chosenPages() throws IOException {
        String only = System.getProperty("vmconf.page", "");
        return pages().stream().filter(each -> each.contains(only)).toList();
    }

    static List<String> pages() throws IOException {
        List<String> pages = new ArrayList<>(List.of("vscode-extension/README.md"));
        for (String each : List.of("", "docs")) {
            try (Stream<Path> files = Files.list(Golden.root().resolve(each))) {
                files.map(file -> Golden.root().relativize(file).toString())
                        .filter(file -> file.endsWith(".md") && !MADE.containsKey(file))
                        .forEach(pages::add);
            }
        }
        return pages.stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("chosenPages")
    void showsWhatItsCommandsPrint(String name) throws IOException {
        boolean guests = WITH_GUESTS.contains(name);
        boolean root = System.getProperty("user.name", "").equals("root");
        assumeTrue(root || !guests, "only root can have networks of its own");
        Page page = Page.read(name);
        prepare(page);
        try (Shell shell = new Shell(command(guests), folder, environment())) {
            if (guests) {
                assertThat(shell.run(NEW_HOST)).isEqualTo(new Shell.Ran(0, ""));
            }
            try (Player player = new Player(page, folder, shell, new Elsewhere())) {
                String played = player.play();
                assertThat(player.problems()).as(played).isEmpty();
                if (!Boolean.getBoolean("bless")) {
                    assertThat(firstDifference(page.lines(), played.lines().toList())).isEmpty();
                }
                Golden.check(name, played);
            }
        }
    }

    /// Runs a page's `prepare.sh` where there is a network still; skips the page where that fails.
    private void prepare(Page page) throws IOException {
        Path script = Golden.root().resolve(page.folder()).resolve("prepare.sh");
        if (Files.exists(script)) {
            try (Shell shell = new Shell(command(false), folder, environment())) {
                Shell.Ran ran = shell.run(". " + script);
                assumeTrue(ran.status() == 0, ran.out());
            }
        }
    }

    @Test
    void namesCommandsAndOptionsThatAreThere() throws IOException {
        List<String> unknown = new ArrayList<>();
        try (Shell shell = new Shell(command(false), folder, environment())) {
            Words words = new Words(shell);
            for (String each : chosenPages()) {
                unknown.addAll(words.unknown(Page.read(each)));
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void whatRunsElsewhereIsStillThere() throws IOException {
        Elsewhere elsewhere = new Elsewhere();
        for (String each : pages()) {
            Page page = Page.read(each);
            for (Block block : page.blocks()) {
                block.lines().forEach(line -> elsewhere.has(page, line.replaceFirst("^\\$ ", "")));
            }
        }
        assertThat(elsewhere.unused()).isEmpty();
        assertThat(elsewhere.withoutRunner()).isEmpty();
    }

    /// Pages are long.
    private static String firstDifference(List<String> page, List<String> played) {
        int line = 0;
        while (line < Math.min(page.size(), played.size())
                && page.get(line).equals(played.get(line))) {
            line++;
        }
        return line == page.size() && line == played.size()
                ? ""
                : "line %d:%n%s%nis now:%n%s"
                        .formatted(line + 1, from(page, line), from(played, line));
    }

    private static String from(List<String> lines, int line) {
        return String.join("\n", lines.subList(line, Math.min(lines.size(), line + 8)));
    }

    private static List<String> command(boolean alone) {
        List<String> shell = List.of("bash", "--norc");
        if (!alone) {
            return shell;
        }
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "unshare",
                                "--net",
                                "--mount",
                                "--pid",
                                "--fork",
                                "--kill-child",
                                "--mount-proc"));
        all.addAll(shell);
        return all;
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>();
        all.put("PATH", Golden.root().resolve("bin") + ":" + System.getenv("PATH"));
        all.put("HOME", folder.toString());
        all.put("PROJECT", Golden.root().toString());
        all.put("VMD_STATE", folder.resolve("state").toString());
        all.put("LC_ALL", "C.UTF-8");
        return all;
    }
}
