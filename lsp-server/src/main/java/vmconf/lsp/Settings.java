package vmconf.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;
import vmconf.compiler.expand.Target;
import vmconf.lsp.workspace.ConfFiles;
import vmconf.lsp.workspace.Preferences;

/// The user's settings: `vmconf.target`, `vmconf.inlayHints`, `vmconf.codeLens`, `vmconf.macros`,
/// `vmconf.rules`, `vmconf.rootFiles`, `vmconf.hostChecks`. They are asked for where the client
/// answers, else taken from what it sends.
final class Settings {
    private static final String SECTION = "vmconf";
    private static final String TARGET = "target";
    private static final String HINTS = "inlayHints";
    private static final String LENSES = "codeLens";
    private static final String MACROS = "macros";
    private static final String RULES = "rules";
    private static final String ROOTS = "rootFiles";
    private static final String HOST = "hostChecks";
    private static final List<String> KEYS =
            List.of(TARGET, HINTS, LENSES, MACROS, RULES, ROOTS, HOST);

    private final Session session;

    Settings(Session session) {
        this.session = session;
    }

    /// Asks the client to tell about changed settings and files.
    void register() {
        List<Registration> registrations = new ArrayList<>();
        if (session.features().watchesSettings()) {
            JsonObject section = new JsonObject();
            section.addProperty("section", SECTION);
            registrations.add(
                    new Registration("settings", "workspace/didChangeConfiguration", section));
        }
        if (session.features().watchesFiles()) {
            registrations.add(
                    new Registration(
                            "files",
                            "workspace/didChangeWatchedFiles",
                            new DidChangeWatchedFilesRegistrationOptions(watchers())));
        }
        if (!registrations.isEmpty()) {
            var _ = session.client().registerCapability(new RegistrationParams(registrations));
        }
    }

    private static List<FileSystemWatcher> watchers() {
        return ConfFiles.PATTERNS.stream()
                .map(pattern -> new FileSystemWatcher(Either.forLeft(pattern)))
                .toList();
    }

    /// Settings have changed, or may have.
    void changed(@Nullable Object pushed) {
        if (session.features().settings()) {
            pull();
        } else {
            pushed(pushed);
        }
    }

    /// Asks for the settings, if the client answers.
    void pull() {
        if (!session.features().settings()) {
            return;
        }
        List<ConfigurationItem> items = KEYS.stream().map(Settings::item).toList();
        var _ =
                session.client()
                        .configuration(new ConfigurationParams(items))
                        .thenAccept(this::take);
    }

    private static ConfigurationItem item(String key) {
        ConfigurationItem item = new ConfigurationItem();
        item.setSection(SECTION + "." + key);
        return item;
    }

    private void take(List<Object> answers) {
        Preferences now = session.snapshot().preferences();
        for (int i = 0; i < Math.min(KEYS.size(), answers.size()); i++) {
            now = with(now, KEYS.get(i), answers.get(i));
        }
        take(now);
    }

    /// Takes settings that the client has sent: `{"vmconf": {"target": …}}`, or what is inside.
    void pushed(@Nullable Object settings) {
        if (settings instanceof JsonObject all) {
            JsonObject ours = all.get(SECTION) instanceof JsonObject section ? section : all;
            Preferences now = session.snapshot().preferences();
            for (String key : KEYS) {
                now = ours.has(key) ? with(now, key, ours.get(key)) : now;
            }
            take(now);
        }
    }

    private void take(Preferences now) {
        if (!session.snapshot().preferences().equals(now)) {
            session.update(snapshot -> snapshot.with(now));
        }
    }

    private static Preferences with(Preferences now, String key, @Nullable Object value) {
        return switch (key) {
            case TARGET ->
                    now.withTarget(word(value).stream().flatMap(Settings::target).findFirst());
            case HINTS -> now.withHints(!isFalse(value));
            case LENSES -> now.withLenses(!isFalse(value));
            case MACROS -> now.with(CheckSettings.macros(now.checks(), value));
            case RULES -> now.with(CheckSettings.rules(now.checks(), value));
            case ROOTS -> now.with(CheckSettings.entries(now.checks(), value));
            case HOST -> now.with(CheckSettings.host(now.checks(), isTrue(value)));
            default -> now;
        };
    }

    private static Stream<Target> target(String word) {
        return Target.named(word).stream();
    }

    private static boolean isFalse(@Nullable Object value) {
        return word(value).filter("false"::equals).isPresent();
    }

    private static boolean isTrue(@Nullable Object value) {
        return word(value).filter("true"::equals).isPresent();
    }

    private static Optional<String> word(@Nullable Object value) {
        return value instanceof JsonElement json && json.isJsonPrimitive()
                ? Optional.of(json.getAsString())
                : Optional.ofNullable(value).map(Object::toString);
    }
}
