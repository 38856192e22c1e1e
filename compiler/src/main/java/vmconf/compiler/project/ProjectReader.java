package vmconf.compiler.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Target;
import vmconf.compiler.expand.TargetNames;
import vmconf.compiler.rule.RuleLevel;
import vmconf.compiler.syntax.Suggestion;

/// Reads the text of a project file.
final class ProjectReader {
    private static final List<String> KEYS = List.of("target", "rules", "macros", "entries");

    /// Most entries of a list or map.
    private static final int MOST = 10_000;

    private final Path file;
    private final JsonParser yaml;
    private Optional<Target> target = Optional.empty();
    private final Map<String, Optional<Severity>> rules = new HashMap<>();
    private final List<CommandLineMacro> macros = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();

    private ProjectReader(Path file, JsonParser yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    static Project read(Path file, String text) throws ProjectException {
        try (JsonParser yaml = new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            return new ProjectReader(file, yaml).read();
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String reason = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
            String place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new ProjectException(file + place + ": " + reason);
        }
    }

    private Project read() throws ProjectException {
        if (yaml.nextToken() == null) {
            return project();
        }
        expect(JsonToken.START_OBJECT, "a map with the keys " + String.join(", ", KEYS));
        Set<String> seen = new HashSet<>();
        while (yaml.nextToken() != JsonToken.END_OBJECT) {
            String key = yaml.currentName();
            if (!seen.add(key)) {
                throw refused("key \"" + key + "\" is given twice");
            }
            if (!KEYS.contains(key)) {
                throw refused("unknown key \"" + key + "\"" + near(key, KEYS));
            }
            yaml.nextToken();
            switch (key) {
                case "target" -> target = Optional.of(target());
                case "rules" -> rules();
                case "macros" -> macros();
                default -> entries();
            }
        }
        return project();
    }

    private Project project() {
        return new Project(Optional.of(file), target, rules, macros, entries);
    }

    private Target target() throws ProjectException {
        String name = scalar("a target");
        Optional<Target> found = Target.named(name);
        if (found.isEmpty()) {
            throw refused(TargetNames.refusal(name));
        }
        return found.get();
    }

    private void rules() throws ProjectException {
        expect(JsonToken.START_OBJECT, "a map from codes to severities");
        while (yaml.nextToken() != JsonToken.END_OBJECT) {
            String code = yaml.currentName();
            Optional<String> wrongCode = RuleLevel.refuse(code);
            if (wrongCode.isPresent()) {
                throw refused(wrongCode.get());
            }
            yaml.nextToken();
            String word = scalar("a severity");
            Optional<RuleLevel> level = RuleLevel.named(word);
            if (level.isEmpty()) {
                throw refused(
                        "unknown severity \"" + word + "\", expected " + RuleLevel.allWords());
            }
            rules.put(code.toUpperCase(Locale.ROOT), level.get().severity());
            bound(rules.size());
        }
    }

    private void macros() throws ProjectException {
        expect(JsonToken.START_OBJECT, "a map from macros to values");
        while (yaml.nextToken() != JsonToken.END_OBJECT) {
            String name = yaml.currentName();
            yaml.nextToken();
            macros.add(new CommandLineMacro(name, scalar("a value"), true));
            bound(macros.size());
        }
    }

    private void entries() throws ProjectException {
        expect(JsonToken.START_ARRAY, "a list of files");
        while (yaml.nextToken() != JsonToken.END_ARRAY) {
            entries.add(scalar("a file"));
            bound(entries.size());
        }
    }

    private String scalar(String what) throws ProjectException {
        JsonToken token = yaml.currentToken();
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            throw refused("expected " + what);
        }
        return yaml.getString();
    }

    private void expect(JsonToken token, String what) throws ProjectException {
        if (yaml.currentToken() != token) {
            throw refused("expected " + what);
        }
    }

    private void bound(int count) throws ProjectException {
        if (count > MOST) {
            throw refused("more than " + MOST + " entries");
        }
    }

    private static String near(String word, List<String> words) {
        return Suggestion.nearest(word, words.stream())
                .map(near -> ", did you mean \"" + near + "\"?")
                .orElseGet(
                        () ->
                                words.stream()
                                        .collect(
                                                Collectors.joining(
                                                        ", ", ", expected one of ", "")));
    }

    private ProjectException refused(String message) {
        TokenStreamLocation at = yaml.currentTokenLocation();
        return new ProjectException(
                file + ":" + at.getLineNr() + ":" + at.getColumnNr() + ": " + message);
    }
}
