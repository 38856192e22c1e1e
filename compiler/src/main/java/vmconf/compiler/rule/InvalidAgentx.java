package vmconf.compiler.rule;

import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.HostNames;

/// A context or a path of AgentX that is too long or not absolute.
final class InvalidAgentx implements Rule {
    private static final int MAX_CONTEXT = 32;
    private static final int MAX_PATH = 103;
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM308",
                    Severity.ERROR,
                    "agentx argument is invalid",
                    "A context has at most 32 bytes; a path is absolute and has at most 103.",
                    """
                    agentx path master.sock
                    """,
                    """
                    agentx path "/var/agentx/master"
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return config.all(Directive.Agentx.class)
                .flatMap(agentx -> Stream.concat(contexts(agentx), paths(agentx)));
    }

    private static Stream<Diagnostic> contexts(Directive.Agentx agentx) {
        return Settings.all(agentx.options(), Directive.Context.class)
                .map(Directive.Context::name)
                .flatMap(
                        name ->
                                finding(
                                        "context",
                                        name,
                                        HostNames.tooLong(name.text(), MAX_CONTEXT)));
    }

    private static Stream<Diagnostic> paths(Directive.Agentx agentx) {
        return Settings.all(agentx.options(), Directive.Path.class)
                .map(Directive.Path::path)
                .flatMap(path -> finding("path", path, path(path.text())));
    }

    private static Optional<String> path(String path) {
        return path.startsWith("/")
                ? HostNames.tooLong(path, MAX_PATH)
                : Optional.of("it must start with \"/\"");
    }

    private static Stream<Diagnostic> finding(String what, Word word, Optional<String> reason) {
        return reason.filter(text -> word.known()).stream()
                .map(
                        text ->
                                INFO.at(
                                        word.span(),
                                        "invalid agentx %s \"%s\": %s"
                                                .formatted(what, word.text(), text)));
    }
}
