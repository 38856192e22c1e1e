package vmconf.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import vmconf.plan.machine.Forward;
import vmconf.runtime.network.NetworkOptions;
import vmconf.runtime.network.NetworkOptions.DomainKind;
import vmconf.runtime.network.NetworkOptions.NatOption;

/// The part of vmd's command line that is about networks.
final class NetworkArguments {
    private static final String NAT = "nat";
    private static final String CREATE_BRIDGES = "create-bridges";
    private static final String FORWARD = "forward";
    private static final String RDOMAIN = "rdomain";
    private static final String LINK = "[A-Za-z0-9_.:-]{1,15}";

    private NetworkArguments() {}

    static void addTo(Options options) {
        options.addOption(null, CREATE_BRIDGES, false, "make missing bridges")
                .addOption(null, NAT, true, "translate addresses of local interfaces")
                .addOption(null, FORWARD, true, "lead a port of the host to a guest")
                .addOption(null, RDOMAIN, true, "what a routing domain is");
    }

    /// The value of `--nat` may be absent, and follows an equals sign: what comes behind is the
    /// file.
    static String[] prepared(List<String> arguments) {
        return arguments.stream()
                .map(each -> each.equals("--" + NAT) ? each + "=" : each)
                .toArray(String[]::new);
    }

    static NetworkOptions read(CommandLine line) throws StartupException {
        return new NetworkOptions(
                line.hasOption(CREATE_BRIDGES), nat(line), forwards(line), domains(line));
    }

    private static Optional<NatOption> nat(CommandLine line) throws StartupException {
        Optional<String> by = Optional.ofNullable(line.getOptionValue(NAT));
        if (by.isPresent() && !by.get().isEmpty() && !by.get().matches(LINK)) {
            throw new StartupException("vmd: --nat is an interface, not " + by.get());
        }
        return by.map(each -> new NatOption(Optional.of(each).filter(name -> !name.isEmpty())));
    }

    private static List<Forward> forwards(CommandLine line) throws StartupException {
        List<Forward> forwards = new ArrayList<>();
        String[] given = line.getOptionValues(FORWARD);
        for (String each : given == null ? new String[0] : given) {
            Optional<Forward> forward = Forward.parse(each);
            if (forward.isEmpty()) {
                throw new StartupException(
                        "vmd: --forward is VM:[ADDRESS:]HOSTPORT:GUESTPORT, e.g. web:8080:80, not "
                                + each);
            }
            forwards.add(forward.get());
        }
        return forwards;
    }

    private static Optional<DomainKind> domains(CommandLine line) throws StartupException {
        Optional<String> word = Optional.ofNullable(line.getOptionValue(RDOMAIN));
        Optional<DomainKind> kind =
                Stream.of(DomainKind.values())
                        .filter(each -> word.filter(each.word()::equals).isPresent())
                        .findFirst();
        if (word.isPresent() && kind.isEmpty()) {
            throw new StartupException("vmd: --rdomain is vrf or netns, not " + word.get());
        }
        return kind;
    }

    /// Options among these that only root can use.
    static List<String> ofRoot(NetworkOptions options) {
        return Stream.of(
                        options.createBridges() ? CREATE_BRIDGES : "",
                        options.nat().isPresent() ? NAT : "",
                        options.domains().isPresent() ? RDOMAIN : "")
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
