package vmconf.compiler.vmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

class IncludeLimitTest {
    @Test
    void aFileThatIncludesItselfTwiceComesToAnEnd() {
        SourceFile file = SourceFile.of("a.conf", "include \"a.conf\"\ninclude \"a.conf\"\n");
        Sources sources = _ -> new Sources.Answer.Found(file);
        Verdict verdict =
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20),
                        () -> Judge.judge(file, sources, new FakeHost(), List.of(), Mode.CHECK));
        assertThat(verdict.accept()).isFalse();
        assertThat(verdict.stderr())
                .startsWith("vmd: a.conf:1: failed to include file a.conf\n")
                .hasLineCount(10_002);
    }
}
