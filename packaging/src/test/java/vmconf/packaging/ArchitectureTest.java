package vmconf.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vmconf.testdata.Golden;

/// The arrows between packages that ARCHITECTURE.md promises, as jdeps sees them.
class ArchitectureTest {
    private static final List<String> MODULES =
            List.of("grammar", "compiler", "runtime", "lsp-server");
    private static final Pattern ARROW = Pattern.compile("\\s+(vmconf\\S*)\\s+-> (\\S+).*");

    /// What each package of the compiler may import of the project.
    private static final Map<String, Set<String>> COMPILER =
            Map.ofEntries(
                    Map.entry("vmconf.source", Set.of()),
                    Map.entry("vmconf.plan", Set.of()),
                    Map.entry("vmconf.plan.diff", Set.of("vmconf.plan")),
                    Map.entry("vmconf.plan.machine", Set.of("vmconf.plan")),
                    Map.entry("vmconf.compiler.git", Set.of("vmconf.source")),
                    Map.entry("vmconf.compiler.value", Set.of()),
                    Map.entry("vmconf.compiler.syntax", Set.of("vmconf.source", "vmconf.grammar")),
                    Map.entry("vmconf.compiler.diagnostic", Set.of("vmconf.source")),
                    Map.entry(
                            "vmconf.compiler.report",
                            Set.of("vmconf.source", "vmconf.compiler.diagnostic")),
                    Map.entry(
                            "vmconf.compiler.expand",
                            Set.of("vmconf.source", "vmconf.compiler.syntax")),
                    Map.entry(
                            "vmconf.compiler.rule",
                            Set.of(
                                    "vmconf.source",
                                    "vmconf.compiler.syntax",
                                    "vmconf.compiler.value",
                                    "vmconf.compiler.expand",
                                    "vmconf.compiler.host",
                                    "vmconf.compiler.diagnostic")),
                    Map.entry("vmconf.compiler.host", Set.of("vmconf.compiler.vmd")),
                    Map.entry(
                            "vmconf.compiler.baseline",
                            Set.of("vmconf.source", "vmconf.compiler.diagnostic")),
                    Map.entry(
                            "vmconf.compiler.project",
                            Set.of(
                                    "vmconf.compiler.syntax",
                                    "vmconf.compiler.expand",
                                    "vmconf.compiler.diagnostic",
                                    "vmconf.compiler.rule")),
                    Map.entry(
                            "vmconf.compiler.format",
                            Set.of(
                                    "vmconf.grammar",
                                    "vmconf.source",
                                    "vmconf.compiler.syntax",
                                    "vmconf.compiler.expand",
                                    "vmconf.compiler.diagnostic",
                                    "vmconf.compiler.rule")),
                    Map.entry(
                            "vmconf.compiler.fix",
                            Set.of(
                                    "vmconf.source",
                                    "vmconf.compiler.diagnostic",
                                    "vmconf.compiler")),
                    Map.entry(
                            "vmconf.compiler.edit",
                            Set.of(
                                    "vmconf.source",
                                    "vmconf.plan",
                                    "vmconf.compiler.syntax",
                                    "vmconf.compiler.expand",
                                    "vmconf.compiler.diagnostic",
                                    "vmconf.compiler.fix",
                                    "vmconf.compiler")),
                    Map.entry(
                            "vmconf.compiler.vmd",
                            Set.of(
                                    "vmconf.grammar",
                                    "vmconf.source",
                                    "vmconf.compiler.syntax",
                                    "vmconf.compiler.value",
                                    "vmconf.compiler.expand")),
                    Map.entry(
                            "vmconf.compiler.summary",
                            Set.of(
                                    "vmconf.plan",
                                    "vmconf.source",
                                    "vmconf.compiler.value",
                                    "vmconf.compiler.diagnostic")),
                    Map.entry(
                            "vmconf.compiler.graph",
                            Set.of(
                                    "vmconf.plan",
                                    "vmconf.compiler.value",
                                    "vmconf.compiler.diagnostic")),
                    Map.entry("vmconf.compiler.export", Set.of("vmconf.plan")),
                    Map.entry(
                            "vmconf.compiler.export.conf",
                            Set.of(
                                    "vmconf.plan",
                                    "vmconf.compiler.export",
                                    "vmconf.compiler.syntax")),
                    Map.entry(
                            "vmconf.compiler.export.kubevirt",
                            Set.of("vmconf.plan", "vmconf.plan.machine", "vmconf.compiler.export")),
                    Map.entry(
                            "vmconf.compiler.export.qemu",
                            Set.of("vmconf.plan", "vmconf.plan.machine", "vmconf.compiler.export")),
                    Map.entry(
                            "vmconf.compiler.export.libvirt",
                            Set.of(
                                    "vmconf.plan",
                                    "vmconf.compiler.export",
                                    "vmconf.compiler.export.conf",
                                    "vmconf.compiler.export.xml")),
                    Map.entry(
                            "vmconf.compiler.export.linux",
                            Set.of("vmconf.plan", "vmconf.plan.machine", "vmconf.compiler.export")),
                    Map.entry(
                            "vmconf.compiler.export.openbsd",
                            Set.of(
                                    "vmconf.plan",
                                    "vmconf.source",
                                    "vmconf.compiler",
                                    "vmconf.compiler.diagnostic",
                                    "vmconf.compiler.expand",
                                    "vmconf.compiler.export",
                                    "vmconf.compiler.export.conf",
                                    "vmconf.compiler.rule",
                                    "vmconf.compiler.syntax",
                                    "vmconf.compiler.vmd")),
                    Map.entry(
                            "vmconf.compiler.export.pacemaker",
                            Set.of(
                                    "vmconf.plan",
                                    "vmconf.plan.machine",
                                    "vmconf.compiler.export",
                                    "vmconf.compiler.export.libvirt",
                                    "vmconf.compiler.export.xml")),
                    Map.entry("vmconf.compiler.export.xml", Set.of()),
                    Map.entry(
                            "vmconf.compiler.why", Set.of("vmconf.plan", "vmconf.compiler.syntax")),
                    Map.entry(
                            "vmconf.compiler.lower",
                            Set.of(
                                    "vmconf.plan",
                                    "vmconf.source",
                                    "vmconf.compiler.syntax",
                                    "vmconf.compiler.value",
                                    "vmconf.compiler.expand")));

    /// What each package of the language server may import of the language server.
    private static final Map<String, Set<String>> SERVER =
            Map.ofEntries(
                    Map.entry("document", Set.of()),
                    Map.entry("workspace", Set.of("document")),
                    Map.entry("index", Set.of("document", "workspace")),
                    Map.entry("diagnostics", Set.of("document", "workspace")),
                    Map.entry("hover", Set.of("document", "workspace", "index")),
                    Map.entry("completion", Set.of("document", "workspace", "index", "hover")),
                    Map.entry("navigation", Set.of("document", "workspace", "index")),
                    Map.entry("symbols", Set.of("document", "workspace", "index")),
                    Map.entry("hints", Set.of("document", "workspace", "index")),
                    Map.entry("edits", Set.of("document", "workspace", "index")),
                    Map.entry("preview", Set.of("workspace")));

    /// Libraries that stay in few packages.
    private static final Map<String, List<String>> LIBRARIES =
            Map.of(
                    "org.antlr.", List.of("vmconf.grammar", "vmconf.compiler.syntax"),
                    "jnr.", List.of("vmconf.runtime.posix"),
                    "org.eclipse.elk", List.of("vmconf.compiler.graph"),
                    "org.eclipse.lsp4j", List.of("vmconf.lsp", "vmconf.runtime.protocol"),
                    "tools.jackson",
                            List.of(
                                    "vmconf.grammar",
                                    "vmconf.plan",
                                    "vmconf.compiler.report",
                                    "vmconf.compiler.vmd",
                                    "vmconf.compiler.why",
                                    "vmconf.compiler.summary",
                                    "vmconf.compiler.baseline",
                                    "vmconf.compiler.export",
                                    "vmconf.compiler.project",
                                    "vmconf.runtime",
                                    "vmconf.lsp"),
                    "org.apache.commons.cli",
                            List.of(
                                    "vmconf.compiler.cli",
                                    "vmconf.runtime",
                                    "vmconf.runtime.vmctl"));

    private static final List<Arrow> ARROWS = new ArrayList<>();

    private record Arrow(String from, String to) {
        @Override
        public String toString() {
            return from + " -> " + to;
        }
    }

    @BeforeAll
    static void readArrows() {
        List<String> arguments =
                new ArrayList<>(List.of("-verbose:package", "--ignore-missing-deps"));
        arguments.addAll(List.of("--multi-release", "25"));
        for (String module : MODULES) {
            Path classes = Golden.root().resolve(module).resolve("target/classes");
            assertThat(Files.isDirectory(classes)).as("%s is built", module).isTrue();
            arguments.add(classes.toString());
        }
        StringWriter out = new StringWriter();
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        int status =
                jdeps.run(
                        new PrintWriter(out),
                        new PrintWriter(out),
                        arguments.toArray(String[]::new));
        assertThat(status).as(out.toString()).isZero();
        out.toString()
                .lines()
                .map(ARROW::matcher)
                .filter(Matcher::matches)
                .map(arrow -> new Arrow(arrow.group(1), arrow.group(2)))
                .filter(arrow -> !arrow.from().equals(arrow.to()))
                .forEach(ARROWS::add);
        assertThat(ARROWS).hasSizeGreaterThan(100);
    }

    @Test
    void packagesOfTheCompilerImportWhatTheyMay() {
        Set<String> wrong = new TreeSet<>();
        COMPILER.forEach(
                (from, allowed) ->
                        ours(from)
                                .filter(arrow -> !allowed.contains(arrow.to()))
                                .forEach(arrow -> wrong.add(arrow.toString())));
        assertThat(wrong).isEmpty();
    }

    @Test
    void theRuntimeKnowsPlansOnlyAndItsMainTheCompiler() {
        assertThat(
                        ARROWS.stream()
                                .filter(arrow -> arrow.from().startsWith("vmconf.runtime."))
                                .filter(arrow -> arrow.to().startsWith("vmconf."))
                                .filter(arrow -> !arrow.to().startsWith("vmconf.runtime."))
                                .filter(arrow -> !within(arrow.to(), "vmconf.plan")))
                .isEmpty();
    }

    @Test
    void nothingOfTheRuntimeImportsItsMain() {
        assertThat(ARROWS.stream().filter(arrow -> arrow.to().equals("vmconf.runtime"))).isEmpty();
    }

    @Test
    void serverAndRuntimeDoNotKnowEachOther() {
        assertThat(
                        ARROWS.stream()
                                .filter(arrow -> arrow.from().startsWith("vmconf.lsp"))
                                .filter(arrow -> arrow.to().startsWith("vmconf.runtime")))
                .isEmpty();
        assertThat(
                        ARROWS.stream()
                                .filter(arrow -> !arrow.from().startsWith("vmconf.lsp"))
                                .filter(arrow -> arrow.to().startsWith("vmconf.lsp")))
                .isEmpty();
    }

    @Test
    void packagesOfTheServerImportWhatTheyMay() {
        String server = "vmconf.lsp.";
        Set<String> wrong = new TreeSet<>();
        ARROWS.stream()
                .filter(arrow -> arrow.from().startsWith(server))
                .filter(arrow -> within(arrow.to(), "vmconf.lsp"))
                .filter(
                        arrow ->
                                SERVER
                                        .getOrDefault(
                                                arrow.from().substring(server.length()), Set.of())
                                        .stream()
                                        .noneMatch(name -> arrow.to().equals(server + name)))
                .forEach(arrow -> wrong.add(arrow.toString()));
        assertThat(wrong).isEmpty();
    }

    @Test
    void theCommandLineIsImportedByNothing() {
        assertThat(ARROWS.stream().filter(arrow -> arrow.to().equals("vmconf.compiler.cli")))
                .isEmpty();
    }

    @Test
    void librariesStayWhereTheyBelong() {
        Set<String> wrong = new TreeSet<>();
        LIBRARIES.forEach(
                (library, packages) ->
                        ARROWS.stream()
                                .filter(arrow -> arrow.to().startsWith(library))
                                .filter(
                                        arrow ->
                                                packages.stream()
                                                        .noneMatch(p -> within(arrow.from(), p)))
                                .forEach(arrow -> wrong.add(arrow.toString())));
        assertThat(wrong).isEmpty();
    }

    private static boolean within(String name, String parent) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }

    private static Stream<Arrow> ours(String from) {
        return ARROWS.stream()
                .filter(arrow -> arrow.from().equals(from) && arrow.to().startsWith("vmconf."));
    }
}
