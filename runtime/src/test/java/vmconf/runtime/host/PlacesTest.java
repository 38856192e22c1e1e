package vmconf.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlacesTest {
    @Test
    void rootUsesTheSystemsFolders() {
        assertThat(find(Map.of(), true))
                .isEqualTo(new Places(Path.of("/var/run/vmd.sock"), Path.of("/var/lib/vmd")));
    }

    @Test
    void usersUseTheirOwn() {
        assertThat(find(Map.of("HOME", "/home/joe"), false))
                .isEqualTo(
                        new Places(
                                Path.of("/home/joe/.local/state/vmd/vmd.sock"),
                                Path.of("/home/joe/.local/state/vmd")));
        Map<String, String> xdg =
                Map.of("HOME", "/h", "XDG_RUNTIME_DIR", "/run/user/7", "XDG_STATE_HOME", "/s");
        assertThat(find(xdg, false))
                .isEqualTo(new Places(Path.of("/run/user/7/vmd.sock"), Path.of("/s/vmd")));
    }

    @Test
    void optionsBeatTheEnvironmentWhichBeatsFolders() {
        Map<String, String> environment = Map.of("VMD_SOCKET", "/e.sock", "VMD_STATE", "/e");
        assertThat(find(environment, true))
                .isEqualTo(new Places(Path.of("/e.sock"), Path.of("/e")));
        assertThat(Places.find(environment, true, Optional.of("/o.sock"), Optional.of("/o")))
                .isEqualTo(new Places(Path.of("/o.sock"), Path.of("/o")));
    }

    private static Places find(Map<String, String> environment, boolean root) {
        return Places.find(environment, root, Optional.empty(), Optional.empty());
    }
}
