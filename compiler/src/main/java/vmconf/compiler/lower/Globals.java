package vmconf.compiler.lower;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.lower.Settings.Written;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.value.Ipv6Prefix;
import vmconf.plan.Agentx;
import vmconf.plan.LocalNetwork;
import vmconf.plan.Owner;
import vmconf.plan.StaggeredStart;

/// The settings outside of all blocks.
final class Globals {
    private final Settings settings;

    Globals(Config config, Trace trace) {
        List<Directive> globals =
                config.statements().stream().filter(Directive.InGlobal.class::isInstance).toList();
        trace.at("vmconf-plan").derived("version of the plan");
        trace.at("target").derived("what the plan was made for");
        this.settings = new Settings(globals, Optional.empty(), trace);
    }

    /// @param network what was read of it
    LocalNetwork local(LocalLowering network) {
        Trace trace = settings.trace().at("local");
        trace.derived("the settings in it");
        Settings local = new Settings(settings.options(), Optional.empty(), trace);
        local.own("prefix", Directive.LocalPrefix.class, each -> Written.of(each.prefix()));
        Optional<Directive.LocalInet6> inet6 = last(Directive.LocalInet6.class);
        for (String key : List.of("inet6", "inet6-prefix")) {
            trace.at(key).writtenOr(inet6.map(Directive::span), Directive.LocalInet6.class);
        }
        return new LocalNetwork(
                network.prefix().toString(),
                inet6.isPresent(),
                network.inet6Prefix().map(Ipv6Prefix::toString));
    }

    Owner socketOwner() {
        return settings.own(
                        "socket-owner",
                        Directive.SocketOwner.class,
                        each -> new Written<>(Owners.of(each.owner()), each.owner().span()))
                .orElse(Owner.ROOT);
    }

    StaggeredStart staggeredStart() {
        return settings.own(
                        "staggered-start",
                        Directive.StaggeredStart.class,
                        each -> new Written<>(staggered(each), each.span()))
                .orElse(StaggeredStart.DEFAULT);
    }

    private static StaggeredStart staggered(Directive.StaggeredStart start) {
        return new StaggeredStart(
                Optional.of(Long.parseLong(start.parallel().text())),
                Long.parseLong(start.delay().text()));
    }

    Optional<Agentx> agentx() {
        List<Directive.Agentx> blocks =
                settings.options().stream()
                        .filter(Directive.Agentx.class::isInstance)
                        .map(Directive.Agentx.class::cast)
                        .toList();
        Trace trace = settings.trace().at("agentx");
        trace.writtenOr(last(Directive.Agentx.class).map(Directive::span), Directive.Agentx.class);
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        List<Directive> options =
                blocks.stream().<Directive>flatMap(each -> each.options().stream()).toList();
        Settings agentx = new Settings(options, Optional.empty(), trace);
        return Optional.of(
                new Agentx(
                        agentx.own(
                                        "context",
                                        Directive.Context.class,
                                        each -> Written.of(each.name()))
                                .orElse(""),
                        agentx.own("path", Directive.Path.class, each -> Written.of(each.path()))
                                .orElse(Agentx.DEFAULT_PATH)));
    }

    private <D extends Directive> Optional<D> last(Class<D> kind) {
        return Blocks.last(settings.options(), kind);
    }
}
