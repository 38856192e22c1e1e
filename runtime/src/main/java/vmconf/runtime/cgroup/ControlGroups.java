package vmconf.runtime.cgroup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The groups of this daemon's guests, each named after its machine. May be used by any thread.
///
/// @param host absent: there are none, or this daemon may not make any
/// @param mark of the daemon, so that two of them on one host do not meet
public record ControlGroups(Optional<Cgroupfs> host, String mark) {
    private static final List<String> WANTED = List.of("memory", "pids");

    /// Without limits of its own: by that it shares processors with others as an equal.
    private static final String SHARED = "cpu";

    /// Controllers that what is below has files of.
    private static final String ENABLED = "cgroup.subtree_control";

    private static final int MARK_LENGTH = 8;
    private static final int TRIES = 3;

    /// Finds out what this host has for them, and gets that ready.
    ///
    /// @param state the folder of the daemon
    /// @param root whether this daemon is root's; others have no groups
    public static ControlGroups ofHost(Path state, boolean root) {
        Optional<Cgroupfs> host = root ? Cgroupfs.ofHost() : Optional.empty();
        ControlGroups groups = new ControlGroups(host.filter(Cgroupfs::isWritable), mark(state));
        groups.prepare();
        return groups;
    }

    /// What the names of a daemon's groups end with.
    public static String mark(Path state) {
        byte[] name = state.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString().substring(0, MARK_LENGTH);
    }

    /// What guests are held to, in words.
    public String describe() {
        if (host.isEmpty()) {
            return "none, as there is no control group (version 2) that this vmd may divide";
        }
        List<String> missing = missing(host.get());
        String place = host.get().base().toString();
        return missing.isEmpty()
                ? "memory and threads of each guest, in " + place
                : "none for %s, whose controller is not to be had in %s"
                        .formatted(String.join(" and ", missing), place);
    }

    /// Whether all is limited that should be.
    public boolean isComplete() {
        return host.filter(each -> missing(each).isEmpty()).isPresent();
    }

    private static List<String> missing(Cgroupfs host) {
        List<String> missing = new ArrayList<>(WANTED);
        try {
            String enabled = Files.readString(host.base().resolve(ENABLED)).strip();
            missing.removeAll(List.of(enabled.split(" ")));
        } catch (IOException e) {
            // then nothing is
        }
        return missing;
    }

    /// That of a machine, whether it is there or not.
    public Optional<ControlGroup> of(String vm) {
        return host.map(each -> new ControlGroup(each.base().resolve(vm + "-" + mark)));
    }

    /// Puts a guest's process into a group of its own.
    ///
    /// @return the group; absent where there can be none
    /// @throws IOException when there should be one, and the process has none
    public Optional<ControlGroup> admit(String vm, long pid, Limits limits) throws IOException {
        Optional<ControlGroup> group = of(vm);
        if (group.isPresent()) {
            made(group.get(), limits);
            group.get().admit(pid);
        }
        return group;
    }

    /// Another daemon may remove what is empty meanwhile.
    private void made(ControlGroup group, Limits limits) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                prepare();
                group.make(limits);
                return;
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void prepare() {
        if (host.isPresent() && !host.get().systemd()) {
            host.get().base().toFile().mkdir();
            enable(host.get().mount());
        }
        host.ifPresent(each -> enable(each.base()));
    }

    /// Each by itself, as one that cannot be had would keep the others away.
    private static void enable(Path folder) {
        List<String> all = new ArrayList<>(WANTED);
        all.add(SHARED);
        for (String each : all) {
            try {
                ControlGroup.write(folder.resolve(ENABLED), "+" + each);
            } catch (IOException e) {
                // then that is not limited
            }
        }
    }

    /// Removes what guests had in common, where it is ours and nobody is in it.
    public void end() {
        try {
            if (host.isPresent() && !host.get().systemd()) {
                Files.deleteIfExists(host.get().base());
            }
        } catch (IOException e) {
            // others are in it
        }
    }
}
