package vmconf.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectiveInfoTest {
    @ParameterizedTest
    @CsvSource({
        "vm, vm",
        "local-inet6, local inet6",
        "boot-device, boot device",
        "allow-instance, allow instance",
        "interface, interface",
        "lladdr, lladdr",
        "locked-lladdr, locked lladdr",
        "sev, sev",
        "macro, ''"
    })
    void namesADirectiveByTheWordsItStartsWith(String name, String words) {
        assertThat(DirectiveInfo.named(name).words()).isEqualTo(words);
    }
}
