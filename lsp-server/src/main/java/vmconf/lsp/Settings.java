package vmconf.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;
import vmconf.compiler.expand.Target;

/// The user's settings: `vmconf.target`. They are asked for where the client answers, else taken
/// from what it sends.
final class Settings {
    private static final String SECTION = "vmconf";
    private static final String TARGET = "target";

    private final Session session;

    Settings(Session session) {
        this.session = session;
    }

    /// Asks the client to tell about changed settings and files.
    void register() {
        List<Registration> registrations = new ArrayList<>();
        if (session.features().watchedSettings()) {
            JsonObject section = new JsonObject();
            section.addProperty("section", SECTION);
            registrations.add(
                    new Registration("settings", "workspace/didChangeConfiguration", section));
        }
        if (session.features().watchedFiles()) {
            FileSystemWatcher watcher = new FileSystemWatcher(Either.forLeft("**/*.conf"));
            registrations.add(
                    new Registration(
                            "files",
                            "workspace/didChangeWatchedFiles",
                            new DidChangeWatchedFilesRegistrationOptions(List.of(watcher))));
        }
        if (!registrations.isEmpty()) {
            var _ = session.client().registerCapability(new RegistrationParams(registrations));
        }
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
        ConfigurationItem item = new ConfigurationItem();
        item.setSection(SECTION + "." + TARGET);
        var _ =
                session.client()
                        .configuration(new ConfigurationParams(List.of(item)))
                        .thenAccept(answers -> answers.forEach(this::take));
    }

    /// Takes settings that the client has sent: `{"vmconf": {"target": …}}`, or what is inside.
    void pushed(@Nullable Object settings) {
        if (settings instanceof JsonObject all) {
            JsonObject ours = all.get(SECTION) instanceof JsonObject section ? section : all;
            if (ours.has(TARGET)) {
                take(ours.get(TARGET));
            }
        }
    }

    private void take(@Nullable Object value) {
        Target target = word(value).flatMap(Target::named).orElse(Target.OPENBSD);
        if (!session.snapshot().target().equals(target)) {
            session.update(snapshot -> snapshot.withTarget(target));
        }
    }

    private static Optional<String> word(@Nullable Object value) {
        return value instanceof JsonElement json && json.isJsonPrimitive()
                ? Optional.of(json.getAsString())
                : Optional.ofNullable(value).map(Object::toString);
    }
}
