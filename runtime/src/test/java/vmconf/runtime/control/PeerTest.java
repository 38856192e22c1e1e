package vmconf.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vmconf.plan.Owner;
import vmconf.runtime.posix.Credentials;

class PeerTest {
    private static final Owner OWNER = new Owner("vmc-joe", Optional.of("vmc-crew"));

    @Test
    void usersAreKnownByNameAndNumber() {
        Peer joe = peer("vmc-joe", 54_321, 54_322);
        assertThat(joe.mayControl(OWNER)).isTrue();
        assertThat(joe.mayControl(new Owner("54321", Optional.empty()))).isTrue();
        assertThat(joe.mayControl(new Owner("54322", Optional.empty()))).isFalse();
        assertThat(joe.mayControl(Owner.ROOT)).isFalse();
    }

    @Test
    void groupsAreKnownByNameAndNumber() {
        Peer ann = peer("vmc-ann", 54_330, 54_331, "vmc-crew");
        assertThat(ann.mayControl(OWNER)).isTrue();
        assertThat(ann.mayControl(new Owner("0", Optional.of("54331")))).isTrue();
        assertThat(ann.mayControl(new Owner("0", Optional.of("99")))).isTrue();
        assertThat(ann.mayControl(new Owner("0", Optional.of("54330")))).isFalse();
    }

    @Test
    void userWithoutNameIsHisNumber() {
        Peer nameless = peer("54399", 54_399, 54_399);
        assertThat(nameless.mayControl(new Owner("54399", Optional.empty()))).isTrue();
        assertThat(nameless.mayControl(OWNER)).isFalse();
    }

    @Test
    void rootMayDoAll() {
        assertThat(peer("root", 0, 0).mayControl(OWNER)).isTrue();
        assertThat(peer("eve", 54_340, 0).mayControl(OWNER)).isFalse();
    }

    private static Peer peer(String name, int user, int group, String... groups) {
        return new Peer(name, new Credentials(user, group, List.of(99)), Set.of(groups));
    }
}
