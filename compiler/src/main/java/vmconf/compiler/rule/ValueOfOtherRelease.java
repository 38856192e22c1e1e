package vmconf.compiler.rule;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Feature;
import vmconf.compiler.syntax.Lifetime;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.HostNames;
import vmconf.source.Span;

/// A value that other releases take than the target's.
final class ValueOfOtherRelease implements Rule {
    /// The types of a switch's interface that not every release has.
    private static final Map<String, Feature> TYPES =
            Map.of("switch", Feature.SWITCH_TYPE_SWITCH, "veb", Feature.SWITCH_TYPE_VEB);

    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM503",
                            Severity.ERROR,
                            "value of another release",
                            "What an argument may be, and how long or large, has changed from release to release.",
                            """
                    switch "uplink" {
                        interface switch0
                    }
                    """,
                            """
                    switch "uplink" {
                        interface veb0
                    }
                    """)
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /// What the name of a bridge has to do with releases; nothing where it has a type of all of
    /// them or of none.
    static Optional<Feature> typeOfBridge(String name) {
        return HostNames.type(name).map(TYPES::get);
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        if (!config.target().isOlder() && !config.has(Directive.SwitchInterface.class)) {
            return Stream.empty();
        }
        Stream<Diagnostic> types =
                config.ofLinks(Directive.SwitchInterface.class)
                        .map(Directive.SwitchInterface::bridge)
                        .flatMap(bridge -> type(bridge, config.target()).stream());
        return config.target().isOlder()
                ? Stream.of(types, prefixes(config), Excess.of(config).map(ValueOfOtherRelease::at))
                        .flatMap(findings -> findings)
                : types;
    }

    private static Optional<Diagnostic> type(Word bridge, Target target) {
        return typeOfBridge(bridge.text())
                .filter(feature -> bridge.known() && !target.has(feature))
                .filter(target::hasWhole)
                .map(feature -> finding(bridge.span(), feature, target));
    }

    /// Without a length, a prefix was none.
    private static Stream<Diagnostic> prefixes(Config config) {
        Feature feature = Feature.STRICT_LOCAL_PREFIX;
        Target target = config.target();
        if (target.has(feature)) {
            return Stream.empty();
        }
        return Stream.concat(
                        config.all(Directive.LocalPrefix.class)
                                .filter(each -> Misfit.fits(each, target))
                                .map(Directive.LocalPrefix::prefix),
                        config.all(Directive.LocalInet6.class)
                                .filter(each -> Misfit.fits(each, target))
                                .flatMap(each -> each.prefix().stream()))
                .filter(prefix -> prefix.known() && prefix.text().indexOf('/') < 0)
                .map(prefix -> finding(prefix.span(), feature, target));
    }

    private static Diagnostic finding(Span span, Feature feature, Target target) {
        Lifetime lifetime = feature.lifetime();
        return lifetime.isNewerThan(target.release())
                ? INFO.at(span, ReleaseWords.needs(feature.what(), lifetime, target))
                        .withHelp(lifetime.before())
                : INFO.at(span, ReleaseWords.removed(feature.what(), lifetime))
                        .withHelp(lifetime.instead());
    }

    private static Diagnostic at(Excess excess) {
        return INFO.at(excess.word().span(), excess.message());
    }
}
