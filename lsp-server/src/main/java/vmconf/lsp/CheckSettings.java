package vmconf.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.host.LinuxFacts;
import vmconf.compiler.rule.RuleLevel;
import vmconf.lsp.workspace.UserChecks;

/// Settings of how files are checked, as clients write them. What makes no sense is left out.
final class CheckSettings {
    private CheckSettings() {}

    /// `{"NAME": "value"}`
    static UserChecks macros(UserChecks now, @Nullable Object value) {
        List<CommandLineMacro> macros = new ArrayList<>();
        words(value).forEach((name, word) -> macros.add(new CommandLineMacro(name, word, true)));
        return now.withMacros(macros);
    }

    /// `{"VM201": "off"}`
    static UserChecks rules(UserChecks now, @Nullable Object value) {
        Map<String, Optional<Severity>> rules = new HashMap<>();
        words(value)
                .forEach(
                        (code, word) -> {
                            String upper = code.toUpperCase(Locale.ROOT);
                            if (RuleLevel.refuse(upper).isEmpty()) {
                                RuleLevel.named(word)
                                        .ifPresent(level -> rules.put(upper, level.severity()));
                            }
                        });
        return now.withRules(rules);
    }

    /// `["hosts/a.conf"]`
    static UserChecks entries(UserChecks now, @Nullable Object value) {
        List<String> entries = new ArrayList<>();
        if (tree(value) instanceof JsonArray all) {
            all.forEach(each -> word(each).ifPresent(entries::add));
        }
        return now.withEntries(entries);
    }

    static UserChecks host(UserChecks now, boolean wanted) {
        // The same facts as before are the same reason not to judge anew.
        return wanted == now.host().isPresent()
                ? now
                : now.withHost(
                        wanted ? Optional.of(new LinuxFacts(Path.of(""))) : Optional.empty());
    }

    private static Map<String, String> words(@Nullable Object value) {
        Map<String, String> words = new HashMap<>();
        if (tree(value) instanceof JsonObject all) {
            all.asMap().forEach((key, each) -> word(each).ifPresent(word -> words.put(key, word)));
        }
        return words;
    }

    /// What is pushed is a tree already; what is answered has become maps and lists.
    private static JsonElement tree(@Nullable Object value) {
        return value instanceof JsonElement tree ? tree : new Gson().toJsonTree(value);
    }

    private static Optional<String> word(JsonElement value) {
        return value.isJsonPrimitive() ? Optional.of(value.getAsString()) : Optional.empty();
    }
}
