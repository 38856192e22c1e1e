package vmconf.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vmconf.compiler.Compiler;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.lsp.hover.RulePage;

/// Pages about rules as files, which every editor can open. One is written when it is first wanted,
/// and is gone with the session.
final class RulePages implements AutoCloseable {
    private final Map<String, Optional<String>> uris = new ConcurrentHashMap<>();
    private @Nullable Path folder;

    /// The URI of the page; nothing for a code that no rule has, and where no file can be written.
    Optional<String> uri(String code) {
        return uris.computeIfAbsent(code, _ -> Compiler.explain(code).flatMap(this::write));
    }

    private synchronized Optional<String> write(RuleInfo rule) {
        try {
            Path pages = folder == null ? Files.createTempDirectory("vmconf-rules") : folder;
            folder = pages;
            Path page = pages.resolve(rule.code() + ".md");
            return Optional.of(Files.writeString(page, RulePage.of(rule)).toUri().toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void close() {
        Path pages = folder;
        if (pages == null) {
            return;
        }
        try {
            for (String code : uris.keySet()) {
                Files.deleteIfExists(pages.resolve(code + ".md"));
            }
            Files.deleteIfExists(pages);
        } catch (IOException e) {
            // What is left of a temporary folder harms nobody.
        }
    }
}
