package vmconf.grammar.codegen;

import java.util.Locale;
import java.util.Map;
import vmconf.grammar.schema.Entry;
import vmconf.grammar.schema.Schema;

/// The reference of all directives, `docs/vm.conf.md`.
final class ReferencePage {
    private final StringBuilder page = new StringBuilder();

    private ReferencePage() {}

    static String markdown(Schema schema) {
        ReferencePage reference = new ReferencePage();
        reference.page.append("# vm.conf reference\n\nMade from `vmconf.schema.yaml`.\n");
        for (Map.Entry<String, String> place : schema.places().entrySet()) {
            reference.page.append("\n## ").append(heading(place.getValue())).append('\n');
            schema.in(place.getKey()).forEach(reference::entry);
        }
        reference.page.append("\n## Words that no directive uses\n\n");
        schema.reserved()
                .forEach(
                        (word, why) -> reference.page.append("- `%s`: %s.\n".formatted(word, why)));
        reference.page.append(new ReleasesPage(schema).markdown());
        return reference.page.toString();
    }

    private void entry(Entry entry) {
        page.append("\n### `")
                .append(entry.form())
                .append("`\n\n")
                .append(entry.doc())
                .append("\n\n");
        entry.defaultValue().ifPresent(value -> row("Default", value));
        entry.range().ifPresent(value -> row("Allowed", value));
        row("Repeated", repeated(entry.repeat()));
        entry.inherited().ifPresent(value -> row("Taken over by instances", value));
        row(
                "Since",
                entry.lifetime()
                        .since()
                        .map(release -> "OpenBSD " + release)
                        .orElse("vmconf's own runtime only"));
        entry.lifetime().until().ifPresent(value -> row("Until", "OpenBSD " + value));
        entry.lifetime().instead().ifPresent(value -> row("Now", value));
    }

    private static String heading(String place) {
        return place.substring(0, 1).toUpperCase(Locale.ROOT) + place.substring(1);
    }

    private static String repeated(String rule) {
        return switch (rule) {
            case "error" -> "an error";
            case "last-wins" -> "the last one counts";
            case "adds" -> "each one adds";
            default -> throw new IllegalArgumentException(rule);
        };
    }

    private void row(String name, String value) {
        page.append("- ").append(name).append(": ").append(value).append('\n');
    }
}
