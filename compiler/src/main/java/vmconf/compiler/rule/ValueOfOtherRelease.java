package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
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
        Optional<String> type = HostNames.type(name);
        return type.isEmpty() ? Optional.empty() : Optional.ofNullable(TYPES.get(type.get()));
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        Stream<Diagnostic> types = types(config).stream();
        return config.target().isOlder()
                ? Stream.of(types, prefixes(config), Excess.of(config).map(ValueOfOtherRelease::at))
                        .flatMap(findings -> findings)
                : types;
    }

    /// Loops, as nearly every file has a switch and hardly any a finding.
    private static List<Diagnostic> types(Config config) {
        Target target = config.target();
        List<Diagnostic> findings = new ArrayList<>();
        for (var each : config.ofLinks(Directive.SwitchInterface.class).toList()) {
            Word bridge = each.bridge();
            Optional<Feature> type =
                    bridge.known() ? typeOfBridge(bridge.text()) : Optional.empty();
            if (type.isPresent() && !target.has(type.get()) && target.hasWhole(type.get())) {
                findings.add(finding(bridge.span(), type.get(), target));
            }
        }
        return findings;
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
