package vmconf.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Severity;
import vmconf.source.SourceFile;
import vmconf.source.Span;

class FingerprintsTest {
    private static Diagnostic finding(String text, String word) {
        int start = text.indexOf(word);
        Span span = Span.of(SourceFile.of("vm.conf", text), start, start + word.length());
        return new Diagnostic(
                "VM001",
                Severity.ERROR,
                "wrong",
                span,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static String fingerprint(String text, String word) {
        return new Fingerprints().of("vm.conf", finding(text, word));
    }

    @Test
    void staysWhenTheFindingMoves() {
        String before = fingerprint("vm a {\n\tmemry 1G\n}\n", "memry");
        assertThat(before).matches("[0-9a-f]{64}");
        assertThat(fingerprint("# more\n\nvm a {\n    memry 1G\n}\n", "memry")).isEqualTo(before);
    }

    @Test
    void changesWithTheLine() {
        String before = fingerprint("vm a {\n\tmemry 1G\n}\n", "memry");
        assertThat(fingerprint("vm a {\n\tmemry 2G\n}\n", "memry")).isNotEqualTo(before);
        assertThat(fingerprint("vm a {\n\tmemry 1G\n}\n", "1G")).isNotEqualTo(before);
    }

    @Test
    void severalAlikeAreNumbered() {
        Fingerprints fingerprints = new Fingerprints();
        Diagnostic finding = finding("memry 1G\nmemry 1G\n", "memry");
        assertThat(fingerprints.of("./vm.conf", finding))
                .isEqualTo(fingerprint("memry 1G\n", "memry"));
        assertThat(fingerprints.of("vm.conf", finding))
                .isNotEqualTo(fingerprint("memry 1G\n", "memry"));
    }
}
