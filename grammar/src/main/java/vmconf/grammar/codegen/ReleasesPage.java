package vmconf.grammar.codegen;

import java.util.List;
import java.util.Map;
import vmconf.grammar.schema.Entry;
import vmconf.grammar.schema.Feature;
import vmconf.grammar.schema.Lifetime;
import vmconf.grammar.schema.Limit;
import vmconf.grammar.schema.Schema;

/// The part of the reference that speaks of releases: what the language is in which one.
final class ReleasesPage {
    private final Schema schema;
    private final StringBuilder page = new StringBuilder();

    ReleasesPage(Schema schema) {
        this.schema = schema;
    }

    String markdown() {
        List<String> targets = schema.targets();
        page.append("\n## Releases\n\n")
                .append("A file is checked for a target: `openbsd` is the newest release known, ")
                .append(schema.releases().getLast())
                .append("; `native` our own runtime.\n\n    ")
                .append(String.join(" ", targets))
                .append(
                        "\n\nSure: A, the release's parser or manual says so; B, the date of a commit or")
                .append(" a test; C, concluded from versions before and after.\n");
        table("Directives that came or went", "directive");
        schema.directives().forEach(this::directive);
        table("Other changes", "what");
        schema.features().forEach(this::feature);
        page.append("\n### Limits\n\n| what | at most | sure | notes |\n|---|---|---|---|\n");
        schema.limits().forEach(this::limit);
        return page.toString();
    }

    private void table(String title, String first) {
        page.append("\n### ")
                .append(title)
                .append("\n\n| ")
                .append(first)
                .append(" | since | until | sure | notes |\n|---|---|---|---|---|\n");
    }

    private void directive(Entry entry) {
        Lifetime life = entry.lifetime();
        boolean always = life.since().filter(schema.releases().getFirst()::equals).isPresent();
        if (!life.nativeOnly() && (!always || life.until().isPresent())) {
            String place = schema.places().get(entry.in().getFirst());
            row("`" + entry.form() + "` " + place, life, life.instead().orElse(""));
        }
    }

    private void feature(Feature feature) {
        row(feature.what(), feature.lifetime(), feature.doc());
    }

    private void row(String what, Lifetime life, String notes) {
        page.append("| ")
                .append(cell(what))
                .append(" | ")
                .append(life.since().orElse(""))
                .append(" | ")
                .append(life.until().orElse(""))
                .append(" | ")
                .append(life.sure())
                .append(" | ")
                .append(cell(notes))
                .append(" |\n");
    }

    private void limit(Limit limit) {
        List<String> steps =
                limit.most().entrySet().stream()
                        .map(step -> value(limit, step) + " since " + step.getKey())
                        .toList();
        page.append("| ")
                .append(limit.what())
                .append(" | ")
                .append(String.join(", ", steps))
                .append(" | ")
                .append(limit.sure())
                .append(" | ")
                .append(limit.doc())
                .append(" |\n");
    }

    private static String value(Limit limit, Map.Entry<String, Long> step) {
        return limit.unit().equals("length")
                ? step.getValue() + " bytes"
                : (step.getValue() >> 30) + "G";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
