package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerbTest {
    @ParameterizedTest
    @ValueSource(strings = {"st", "re", "l", "c", "s", "sta"})
    void ambiguous(String prefix) {
        assertThat(Verb.startingWith(prefix)).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({
        "star, START",
        "stat, STATUS",
        "sto, STOP",
        "p, PAUSE",
        "u, UNPAUSE",
        "w, WAIT",
        "rel, RELOAD",
        "res, RESET",
        "sh, SHOW",
        "status, STATUS",
        "co, CONSOLE",
        "com, COMPLETION",
        "showc, SHOWCMD",
        "showcmd, SHOWCMD",
        "do, DOCTOR",
        "dr, DRIFT",
        "e, EVENTS",
        "h, HISTORY",
        "m, METRICS",
        "t, TERMINATE",
    })
    void unambiguous(String prefix, Verb verb) {
        assertThat(Verb.startingWith(prefix)).isEqualTo(List.of(verb));
    }
}
