package vmconf.runtime.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlGroupsTest {
    private static final long MIB = 1 << 20;

    @TempDir Path folder = Path.of("");

    @Test
    void limitsLeaveRoom() {
        assertThat(Limits.of(64 * MIB, 1)).isEqualTo(new Limits(592 * MIB, 513));
        assertThat(Limits.of(4096 * MIB, 4)).isEqualTo(new Limits(5632 * MIB, 516));
    }

    @Test
    void onlyVersionTwoCounts() {
        String old = "cgroup /sys/fs/cgroup/memory cgroup rw,relatime,memory 0 0";
        String unified = "cgroup2 /sys/fs/cgroup/unified cgroup2 rw,relatime 0 0";
        assertThat(Cgroupfs.in(List.of(old), false)).isEmpty();
        assertThat(Cgroupfs.in(List.of(old, unified), false).map(Cgroupfs::base))
                .contains(Path.of("/sys/fs/cgroup/unified/vmd-guests"));
        assertThat(Cgroupfs.in(List.of(unified), true).map(Cgroupfs::base))
                .contains(Path.of("/sys/fs/cgroup/unified/system.slice/vmd-guests.service"));
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        ControlGroups none = new ControlGroups(Optional.empty(), "m");
        assertThat(none.describe()).startsWith("none, as there is no control group (version 2)");
        assertThat(none.isComplete()).isFalse();
        assertThat(none.of("vm")).isEmpty();
        ControlGroups groups = new ControlGroups(Optional.of(new Cgroupfs(folder, false)), "m");
        Path base = Files.createDirectory(folder.resolve("vmd-guests"));
        assertThat(groups.describe()).startsWith("none for memory and pids, whose controller");
        Files.writeString(base.resolve("cgroup.subtree_control"), "cpu memory\n");
        assertThat(groups.describe()).startsWith("none for pids, whose controller");
        Files.writeString(base.resolve("cgroup.subtree_control"), "cpu memory pids\n");
        assertThat(groups.describe()).isEqualTo("memory and threads of each guest, in " + base);
        assertThat(groups.isComplete()).isTrue();
    }

    @Test
    void whyAProcessEndedIsRead() throws IOException {
        assertThat(events("low 0\nhigh 0\nmax 9\noom 0\noom_kill 0\n")).isEqualTo(Shortage.NONE);
        assertThat(events("low 0\nhigh 0\nmax 9\noom 1\noom_kill 1\n")).isEqualTo(Shortage.LIMIT);
        assertThat(events("low 0\nhigh 0\nmax 0\noom 0\noom_kill 1\n")).isEqualTo(Shortage.HOST);
        assertThat(new ControlGroup(folder.resolve("none")).close()).isEqualTo(Shortage.NONE);
    }

    private Shortage events(String text) throws IOException {
        Files.writeString(folder.resolve("memory.events"), text);
        return new ControlGroup(folder).close();
    }
}
