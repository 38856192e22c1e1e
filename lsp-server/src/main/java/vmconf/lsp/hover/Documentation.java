package vmconf.lsp.hover;

import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.Lifetime;

/// What the schema says about a directive, as Markdown.
public final class Documentation {
    private Documentation() {}

    /// Its form, what it does, its default, range and releases.
    public static String of(DirectiveInfo directive) {
        StringBuilder text = new StringBuilder();
        text.append("```vmconf\n").append(directive.form()).append("\n```\n\n");
        text.append(directive.doc()).append("\n\n");
        directive.defaultValue().ifPresent(value -> line(text, "default", value));
        directive.range().ifPresent(value -> line(text, "allowed", value));
        repeat(directive.repeat(), text);
        directive.inherited().ifPresent(value -> line(text, "inherited by instances", value));
        Lifetime lifetime = directive.lifetime();
        line(
                text,
                "since",
                lifetime.since()
                        .map(release -> "OpenBSD " + release.word())
                        .orElse("only `--target native`"));
        lifetime.until().ifPresent(release -> line(text, "until", "OpenBSD " + release.word()));
        return text.toString().strip();
    }

    private static void repeat(String rule, StringBuilder text) {
        switch (rule) {
            case "error" -> line(text, "repeated", "an error");
            case "last-wins" -> line(text, "repeated", "the last one holds");
            default -> {}
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("* ").append(name).append(": ").append(value).append('\n');
    }
}
