package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Spelling;
import vmconf.source.Origin;
import vmconf.source.Span;

/// What to do about a macro whose name no reference can spell: rename it where the file tries to
/// refer to it, else drop it.
final class MacroRenaming {
    /// How far behind the definition references are looked for, in characters.
    private static final int REACH = 100_000;

    /// For how many macros of a file it is worked out.
    private static final int MOST = 100;

    private final Config config;
    private int left = MOST;

    MacroRenaming(Config config) {
        this.config = config;
    }

    Optional<Fix> fix(Directive.Macro macro) {
        return left-- > 0 ? renamed(macro) : Optional.empty();
    }

    private Optional<Fix> renamed(Directive.Macro macro) {
        String name = macro.name().text();
        String usable = usable(name);
        List<Span> attempts = attempts(macro, name);
        boolean free =
                Spelling.isMacroName(usable)
                        && config.macros().stream().noneMatch(each -> each.name().equals(usable));
        Span written = macro.name().span();
        if (attempts.isEmpty() || !free || written.origin().expansion().isPresent()) {
            return Fix.removeLines("remove the macro", false, macro.span());
        }
        List<Fix.Edit> edits = new ArrayList<>();
        edits.add(new Fix.Edit(written, usable));
        attempts.forEach(attempt -> edits.add(new Fix.Edit(attempt, "$" + usable)));
        return Optional.of(new Fix("rename the macro to \"%s\"".formatted(usable), false, edits));
    }

    private static String usable(String name) {
        StringBuilder usable = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            boolean fits = Spelling.isMacroName(name.substring(i, i + 1));
            usable.append(fits ? name.charAt(i) : '_');
        }
        return usable.toString();
    }

    /// Where the file of the definition writes `$` and the name below it.
    private static List<Span> attempts(Directive.Macro macro, String name) {
        Span definition = macro.span();
        if (name.isEmpty()) {
            return List.of();
        }
        Origin written = new Origin(definition.origin().inclusion(), Optional.empty());
        String text = definition.file().text();
        String near =
                text.substring(definition.end(), Math.min(text.length(), definition.end() + REACH));
        List<Span> attempts = new ArrayList<>();
        String reference = "$" + name;
        for (int at = near.indexOf(reference); at >= 0; at = near.indexOf(reference, at + 1)) {
            int start = definition.end() + at;
            int end = start + reference.length();
            attempts.add(new Span(definition.file(), start, end, written));
        }
        return attempts;
    }
}
