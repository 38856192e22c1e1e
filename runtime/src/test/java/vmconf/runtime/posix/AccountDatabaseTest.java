package vmconf.runtime.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountDatabaseTest {
    @Test
    void rootIsKnown() {
        assertThat(AccountDatabase.user("root")).contains(new AccountDatabase.User(0, 0));
        assertThat(AccountDatabase.groupName(0)).contains("root");
        assertThat(AccountDatabase.group("root")).contains(0);
        assertThat(AccountDatabase.groups("root", 0)).contains(0);
    }

    @Test
    void othersAreNot() {
        assertThat(AccountDatabase.user("nobody-of-that-name")).isEqualTo(Optional.empty());
        assertThat(AccountDatabase.group("nobody-of-that-name")).isEqualTo(Optional.empty());
        assertThat(AccountDatabase.groupName(1_999_999_999)).isEqualTo(Optional.empty());
        assertThat(AccountDatabase.groups("nobody-of-that-name", 77)).containsExactly(77);
    }
}
