package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/// The arrows between packages, as the compiled classes have them.
class ArchitectureTest {
    private static final String ROOT = "vmconf.runtime.";

    private static final Map<String, Set<String>> ALLOWED =
            Map.ofEntries(
                    Map.entry("posix", Set.of()),
                    Map.entry("console", Set.of()),
                    Map.entry("cgroup", Set.of()),
                    Map.entry("host", Set.of("plan")),
                    Map.entry("network", Set.of("plan", "host", "posix")),
                    Map.entry("supervise", Set.of("plan", "host", "network", "console")),
                    Map.entry("state", Set.of("plan", "host", "network", "supervise")),
                    Map.entry("transfer", Set.of("plan", "host", "supervise")),
                    Map.entry(
                            "qemu",
                            Set.of(
                                    "plan",
                                    "cgroup",
                                    "host",
                                    "network",
                                    "console",
                                    "posix",
                                    "supervise")),
                    Map.entry("protocol", Set.of()),
                    Map.entry("metrics", Set.of("supervise", "plan")),
                    Map.entry(
                            "control",
                            Set.of(
                                    "plan",
                                    "host",
                                    "network",
                                    "posix",
                                    "console",
                                    "supervise",
                                    "protocol",
                                    "metrics",
                                    "transfer")),
                    Map.entry("vmctl", Set.of("plan", "host", "protocol", "transfer")));

    private static final Map<String, Set<String>> LIBRARIES =
            Map.of(
                    "jnr.ffi", Set.of("posix"),
                    "tools.jackson", Set.of("qemu", "vmctl", "state", "transfer", "network"),
                    "org.eclipse.lsp4j", Set.of("protocol"),
                    "com.google.gson", Set.of("protocol"),
                    "io.prometheus", Set.of("metrics"),
                    "vmconf.compiler", Set.of("main"),
                    "vmconf.source", Set.of("main"));

    @Test
    void packagesImportWhatTheyMay() throws Exception {
        Map<String, Set<String>> imports = imports();
        assertThat(imports.keySet()).containsAll(ALLOWED.keySet());
        ALLOWED.forEach(
                (name, allowed) -> {
                    Set<String> siblings = new TreeSet<>();
                    for (String each : imports.getOrDefault(name, Set.of())) {
                        if (each.startsWith(ROOT)) {
                            siblings.add(each.substring(ROOT.length()));
                        } else if (each.equals("vmconf.plan")) {
                            siblings.add("plan");
                        }
                    }
                    siblings.remove(name);
                    assertThat(allowed).as("imports of " + name).containsAll(siblings);
                });
    }

    @Test
    void librariesStayWhereTheyBelong() throws Exception {
        Map<String, Set<String>> imports = imports();
        LIBRARIES.forEach(
                (library, allowed) ->
                        imports.forEach(
                                (name, used) -> {
                                    if (used.stream().anyMatch(each -> each.startsWith(library))) {
                                        assertThat(allowed).as("uses " + library).contains(name);
                                    }
                                }));
    }

    /// Package (last word; `main` for the top one) to the packages it imports.
    private static Map<String, Set<String>> imports() throws URISyntaxException {
        Path classes =
                Path.of(Vmd.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status =
                ToolProvider.findFirst("jdeps")
                        .orElseThrow()
                        .run(
                                new PrintWriter(out),
                                new PrintWriter(err),
                                "-verbose:package",
                                "-filter:none",
                                "--ignore-missing-deps",
                                "--multi-release",
                                "base",
                                "-cp",
                                System.getProperty("java.class.path"),
                                classes.toString());
        assertThat(status).as(err.toString()).isZero();
        Map<String, Set<String>> imports = new TreeMap<>();
        for (String line : out.toString().lines().toList()) {
            String[] words = line.strip().split(" +");
            if (line.startsWith("   ") && words.length > 2) {
                imports.computeIfAbsent(name(words[0]), _ -> new TreeSet<>()).add(words[2]);
            }
        }
        return imports;
    }

    private static String name(String text) {
        return text.startsWith(ROOT) ? text.substring(ROOT.length()) : "main";
    }
}
