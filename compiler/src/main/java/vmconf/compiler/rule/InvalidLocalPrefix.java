package vmconf.compiler.rule;

import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Feature;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.Ipv4Prefix;
import vmconf.compiler.value.Ipv6Prefix;
import vmconf.compiler.value.PrefixRefusal;

/// A network for local interfaces that cannot be read or is too small.
final class InvalidLocalPrefix implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM304",
                    Severity.ERROR,
                    "local prefix is invalid",
                    "Local interfaces get addresses from an IPv4 network of length 1 to 16, and from an IPv6 one of length 0 to 64.",
                    """
                    local prefix 192.168.1.0/24
                    """,
                    """
                    local prefix 10.0.0.0/16
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        boolean strict = config.target().has(Feature.STRICT_LOCAL_PREFIX);
        return Stream.concat(
                config.all(Directive.LocalPrefix.class)
                        .map(Directive.LocalPrefix::prefix)
                        .flatMap(word -> finding(word, Ipv4Prefix.judge(word.text(), strict))),
                config.all(Directive.LocalInet6.class)
                        .flatMap(each -> each.prefix().stream())
                        .flatMap(word -> finding(word, Ipv6Prefix.judge(word.text(), strict))));
    }

    private static Stream<Diagnostic> finding(Word prefix, Optional<PrefixRefusal> refusal) {
        return refusal.filter(why -> prefix.known()).stream()
                .map(
                        why ->
                                INFO.at(
                                        prefix.span(),
                                        "invalid local prefix \"%s\": %s"
                                                .formatted(prefix.text(), why.reason())));
    }
}
