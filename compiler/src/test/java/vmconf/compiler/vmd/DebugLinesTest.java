package vmconf.compiler.vmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// What vmd prints with `-vv`.
class DebugLinesTest {
    private static final String TEXT =
            """
            switch x { interface veb0 }
            switch y { interface veb1 disable
            }
            vm a { disk a.img memory 1610612737
            }
            vm b { disk b.img
                disable
                memory "1023.5m"
            }
            vm a { disk c.img }
            """;

    private static String lines(boolean load) {
        return Judge.judge(
                        SourceFile.of("vm.conf", TEXT),
                        Sources.none(),
                        new FakeHost(),
                        List.of(),
                        new Mode(load, true))
                .stderr();
    }

    @Test
    void ofWhatIsRead() {
        assertThat(lines(false))
                .isEqualTo(
                        """
                        vmd: vm.conf:3: switch "y" skipped (disabled)
                        vmd: memory size rounded to 1.5G
                        vmd: memory size rounded to 1023M
                        configuration OK
                        """);
    }

    @Test
    void ofWhatIsRegistered() {
        assertThat(lines(true))
                .isEqualTo(
                        """
                        vmd: vm.conf:1: switch "x" registered
                        vmd: vm.conf:3: switch "y" skipped (disabled)
                        vmd: memory size rounded to 1.5G
                        vmd: vm_register: registering vm 1
                        vmd: vm.conf:5: vm "a" registered (enabled)
                        vmd: memory size rounded to 1023M
                        vmd: vm_register: registering vm 2
                        vmd: vm.conf:9: vm "b" registered (disabled)
                        vmd: vm.conf:10: vm "a" skipped (already exists)
                        """);
    }
}
