package vmconf.runtime.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vmconf.plan.machine.TapCommands;

/// Interface groups, as rules of a packet filter can name them.
///
/// A link has one group, by number: that of its interface, else of its switch. With nftables each
/// group is a set, too, in the table `inet vmd`; a link may be in several of these.
final class Groups {
    static final Path NAMES = Path.of("/etc/iproute2/group");

    private static final String NONE = "default";

    private final Commands commands;
    private final Nft nft;
    private final Path names;

    /// @param names where iproute2 looks up the numbers of groups
    Groups(Commands commands, Path names) {
        this.commands = commands;
        this.nft = new Nft(commands, TapCommands.GROUPS);
        this.names = names;
    }

    /// Puts a link, which is in no group, into these.
    void join(String tap, List<String> groups) throws NetworkException {
        if (!groups.isEmpty()) {
            number(tap, groups);
            nft.addTo(TapCommands.sets(groups), tap);
        }
    }

    /// Puts a link into these, and out of all others.
    void change(String tap, List<String> groups) throws NetworkException {
        number(tap, groups);
        Set<String> wanted = TapCommands.sets(groups);
        for (Map.Entry<String, List<String>> set : nft.sets().entrySet()) {
            if (set.getValue().contains(tap) && !wanted.remove(set.getKey())) {
                nft.removeFrom(set.getKey(), tap);
            }
        }
        if (!wanted.isEmpty()) {
            nft.addTo(wanted, tap);
        }
    }

    private void number(String tap, List<String> groups) throws NetworkException {
        String group = groups.isEmpty() ? NONE : number(groups.getFirst());
        commands.run(new TapCommands(tap).group(group));
    }

    /// Takes a link, which may not be there any more, out of all of them.
    void leave(String tap) throws NetworkException {
        for (Map.Entry<String, List<String>> set : nft.sets().entrySet()) {
            if (set.getValue().contains(tap)) {
                nft.removeFrom(set.getKey(), tap);
            }
        }
    }

    /// Links that are in a group.
    Set<String> members() throws NetworkException {
        return nft.sets().values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    /// As the administrator has it, else one that follows from the name.
    private String number(String group) {
        return known(names).containsKey(group) ? group : Long.toString(TapCommands.number(group));
    }

    /// The number of a group, or 0 where there is none.
    static long number(Optional<String> group, Path names) {
        return group.map(each -> known(names).getOrDefault(each, TapCommands.number(each)))
                .orElse(0L);
    }

    /// Numbers of groups by their names.
    private static Map<String, Long> known(Path names) {
        Map<String, Long> known = new HashMap<>();
        try {
            for (String line : Files.readAllLines(names)) {
                String[] words = line.strip().split("\\s+");
                if (words.length > 1 && words[0].matches("(0x[0-9a-f]{1,8}|[0-9]{1,10})")) {
                    known.put(words[1], Long.decode(words[0]));
                }
            }
        } catch (IOException e) {
            // it has none
        }
        return known;
    }
}
