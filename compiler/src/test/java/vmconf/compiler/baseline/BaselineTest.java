package vmconf.compiler.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.expand.Target;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

class BaselineTest {
    private static final String OLD = "a = \"1\"\nb = \"2\"\n";
    @TempDir private Path folder;

    @Test
    void oldFindingsRestThoughTheirLinesMoved() {
        Baseline.Use use = Baseline.of(findings(OLD)).use();
        assertThat(use.filter(findings("# more\n\n" + OLD + "c = \"3\"\n")))
                .extracting(Diagnostic::message)
                .containsExactly("macro \"c\" is never used");
        assertThat(use.gone()).isZero();
    }

    @Test
    void aFindingRestsOnlyAsOftenAsItWasThere() {
        Baseline.Use use = Baseline.of(findings("a = \"1\"\n")).use();
        assertThat(use.filter(findings("a = \"1\"\na = \"1\"\n"))).hasSize(1);
    }

    @Test
    void itOnlyShrinks() {
        Baseline old = Baseline.of(findings(OLD));
        Baseline.Use use = old.use();
        use.filter(findings("b = \"2\"\nc = \"3\"\n"));
        assertThat(use.gone()).isEqualTo(1);
        assertThat(use.shrunk().size()).isEqualTo(1);
        assertThat(use.shrunk().use().filter(findings(OLD)))
                .extracting(Diagnostic::message)
                .containsExactly("macro \"a\" is never used");
    }

    @Test
    void itsTextReadsBack() throws Exception {
        Baseline baseline = Baseline.of(findings(OLD + "\"q\\\"\" = \"\u00fc\"\n"));
        Path file = Files.writeString(folder.resolve("b.json"), BaselineFile.text(baseline));
        assertThat(Files.readString(file))
                .startsWith(
                        """
                        {"vmconf-baseline":1,"findings":[
                        {"file":"vm.conf","code":"VM102","message":"macro \\"a\\" is never used","line":"a = \\"1\\"","count":1},
                        """);
        assertThat(BaselineFile.text(BaselineFile.read(file)))
                .isEqualTo(BaselineFile.text(baseline));
    }

    @Test
    void whatIsNoBaselineIsRefusedByName() throws IOException {
        for (String text : List.of("", "[]", "{}", "{\"vmconf-baseline\":2}", "{\"a\":", "nul")) {
            Path file = Files.writeString(folder.resolve("b.json"), text);
            assertThatThrownBy(() -> BaselineFile.read(file))
                    .isInstanceOf(BaselineFile.BaselineException.class)
                    .hasMessageContaining("b.json");
        }
        assertThatThrownBy(() -> BaselineFile.read(folder.resolve("none")))
                .hasMessageContaining("cannot be read");
    }

    private static List<Diagnostic> findings(String text) {
        return Compiler.check(
                        SourceFile.of("vm.conf", text),
                        Sources.none(),
                        Options.forTarget(Target.OPENBSD))
                .diagnostics();
    }
}
