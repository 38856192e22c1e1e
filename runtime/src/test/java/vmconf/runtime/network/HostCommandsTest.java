package vmconf.runtime.network;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostCommandsTest {
    @Test
    void failureCarriesTheCommandAndItsFirstLine() {
        assertThatThrownBy(() -> new HostCommands().run(List.of("ls", "/nowhere/at/all")))
                .hasMessageStartingWith("ls /nowhere/at/all: ")
                .hasMessageContaining("/nowhere/at/all");
    }

    @Test
    void missingProgramIsNamed() {
        assertThatThrownBy(() -> new HostCommands().run(List.of("no-such-program")))
                .hasMessage("cannot run no-such-program; install the package no-such-program");
    }
}
