package vmconf.compiler.rule;

import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Feature;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.Ipv4Prefix;

/// A network for local interfaces that others use on the Internet.
final class PublicLocalPrefix implements Rule {
    private static final List<String> PRIVATE =
            List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");

    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM322",
                    Severity.WARNING,
                    "local prefix is not private",
                    "Guests take its addresses for their neighbours and cannot reach the hosts of the Internet that have them.",
                    """
                    local prefix 8.8.0.0/16
                    """,
                    """
                    local prefix 10.8.0.0/16
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        boolean strict = config.target().has(Feature.STRICT_LOCAL_PREFIX);
        return config.all(Directive.LocalPrefix.class)
                .map(Directive.LocalPrefix::prefix)
                .filter(prefix -> isPublic(prefix, strict))
                .map(
                        prefix ->
                                INFO.at(
                                                prefix.span(),
                                                "local prefix \"%s\" is not of a private network"
                                                        .formatted(prefix.text()))
                                        .withHelp("private are " + String.join(", ", PRIVATE)));
    }

    private static boolean isPublic(Word word, boolean strict) {
        return word.known()
                && Ipv4Prefix.parse(word.text(), strict)
                        .value()
                        .filter(prefix -> PRIVATE.stream().noneMatch(each -> lies(prefix, each)))
                        .isPresent();
    }

    private static boolean lies(Ipv4Prefix inner, String network) {
        Ipv4Prefix outer = Ipv4Prefix.parse(network, true).value().orElse(inner);
        long mask = 0xffffffffL << (32 - outer.length());
        return inner.length() >= outer.length() && (inner.bits() & mask) == outer.bits();
    }
}
