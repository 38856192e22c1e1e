package vmconf.runtime.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A VRF device for each routing domain, with a routing table of its own, 10000 + N.
///
/// Links that are in it are among those of the host, and known to its packet filter. What its table
/// does not know is unreachable, so that nothing is looked up in those of the host.
final class Vrfs implements Domains {
    private static final String KIND = "vrf";
    private static final String NONE =
            "this kernel has no VRFs (try: modprobe vrf); run vmd with --rdomain=netns for network namespaces instead";
    private static final int TABLES = 10_000;

    /// Any other route comes before it; the number is that of the kernel's documentation.
    private static final String LAST = "4278198272";

    private final Commands commands;
    private final Links links;
    private final HostChanges changes;
    private final LookupOrder order;
    private volatile boolean known;

    Vrfs(Commands commands, Links links, HostChanges changes, Sysctl sysctl) {
        this.commands = commands;
        this.links = links;
        this.changes = changes;
        this.order = new LookupOrder(commands, changes, sysctl);
    }

    private Vrfs(Vrfs host, Commands commands, Links links) {
        this.commands = commands;
        this.links = links;
        this.changes = new HostChanges(HostNotes.NOWHERE);
        this.order = host.order.on(commands, changes);
        this.known = host.known;
    }

    /// The kernel says that a table is missing, or does not know what a VRF is; it makes nothing.
    @Override
    public Optional<String> refusal() {
        if (!known) {
            try {
                commands.ask(List.of("ip", "link", "add", "name", NAME, "type", "vrf"));
            } catch (NetworkException e) {
                String reason = String.valueOf(e.getMessage());
                if (reason.contains("Unknown device type") || reason.contains("not supported")) {
                    return Optional.of(NONE);
                }
            }
            known = true;
        }
        return Optional.empty();
    }

    @Override
    public boolean isThere(int number) {
        return links.exists(Domains.name(number));
    }

    /// A device that is there is complete.
    @Override
    public synchronized void make(int number) throws NetworkException {
        if (isThere(number)) {
            return;
        }
        String device = Domains.name(number);
        changes.note(KIND, device);
        order.domainsFirst();
        for (String family : order.families()) {
            endOfTable(family, "replace", device);
        }
        ip("link", "add", "name", device, "up", "type", KIND, "table", table(device));
    }

    @Override
    public synchronized void keepOnly(List<Integer> numbers) throws NetworkException {
        List<String> named = numbers.stream().map(Domains::name).toList();
        for (String each : changes.of(KIND)) {
            if (!named.contains(each) && links.within(each).isEmpty()) {
                remove(each);
            }
        }
        if (changes.of(KIND).isEmpty()) {
            order.asBefore();
        }
    }

    private void remove(String device) throws NetworkException {
        if (links.exists(device)) {
            ip("link", "del", "dev", device);
        }
        for (String family : order.families()) {
            try {
                endOfTable(family, "del", device);
            } catch (NetworkException e) {
                // it has gone: somebody was killed here
            }
        }
        changes.forget(KIND, device);
    }

    private void endOfTable(String family, String verb, String device) throws NetworkException {
        ip(family, "route", verb, "table", table(device), "unreachable", "default", "metric", LAST);
    }

    private static String table(String device) {
        return "" + (TABLES + Integer.parseInt(device.substring(NAME.length())));
    }

    @Override
    public boolean isElsewhere(int number) {
        return false;
    }

    @Override
    public Optional<String> device(int number) {
        return Optional.of(Domains.name(number));
    }

    @Override
    public void move(String link, int number) throws NetworkException {
        ip("link", "set", "dev", link, "master", Domains.name(number));
    }

    @Override
    public void in(int number, Step step) throws NetworkException {
        step.run();
    }

    @Override
    public Domains on(Recorder recorder, Links imagined) {
        return new Vrfs(this, recorder.asking(commands), imagined);
    }

    private void ip(String... arguments) throws NetworkException {
        commands.run(Stream.concat(Stream.of("ip"), Stream.of(arguments)).toList());
    }
}
