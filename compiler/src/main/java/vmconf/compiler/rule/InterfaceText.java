package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.source.Span;

/// The text of an `interface` of a VM, and edits of it. No edit exists where macros yield part of
/// it, or where it has not the form of the grammar.
record InterfaceText(Directive.Interface nic) {
    private static final String LOCAL = "local";

    /// Makes a switch of what was given as the interface's name.
    ///
    /// @param name the switch as it is to be written
    Optional<Fix> joining(String title, boolean safe, String name) {
        if (!written() || nic.name().isEmpty()) {
            return Optional.empty();
        }
        Span old = nic.name().get().span();
        if (nic.options().isEmpty()) {
            return Fix.replace(title, safe, old, "{ switch " + name + " }")
                    .filter(_ -> endsLine(old));
        }
        if (has(Directive.InterfaceSwitch.class)) {
            return withoutName(title, safe);
        }
        int first = nic.options().getFirst().span().start();
        int brace = brace(old.end(), first);
        if (brace < 0) {
            return Fix.replace(title, safe, old, "switch " + name);
        }
        String gap = old.file().text().substring(brace + 1, first);
        String blank = gap.isEmpty() || !gap.isBlank() ? " " : gap;
        List<Fix.Edit> edits = new ArrayList<>();
        edits.add(new Fix.Edit(part(old.start(), brace), ""));
        edits.add(new Fix.Edit(part(first, first), "switch " + name + blank));
        return Optional.of(new Fix(title, safe, edits));
    }

    /// Takes its name away, so that any tap will do.
    Optional<Fix> withoutName(String title, boolean safe) {
        if (!written() || nic.name().isEmpty()) {
            return Optional.empty();
        }
        Span name = nic.name().get().span();
        if (nic.options().isEmpty()) {
            return Fix.replace(title, safe, Removal.withBlanksBefore(name), "")
                    .filter(_ -> endsLine(name));
        }
        int first = nic.options().getFirst().span().start();
        int brace = brace(name.end(), first);
        return Fix.replace(title, safe, part(name.start(), brace < 0 ? first : brace), "");
    }

    /// Takes one of its options away.
    Optional<Fix> without(Directive option, String title, boolean safe) {
        boolean commas =
                brace(nic.span().start(), nic.options().getFirst().span().start()) < 0
                        && nic.span().text().indexOf(',') >= 0;
        return !written() || commas ? Optional.empty() : Removal.of(title, safe, option.span());
    }

    /// Takes the word `local` away.
    Optional<Fix> withoutLocal(String title) {
        String text = nic.span().text();
        int next = text.indexOf("interface");
        return nic.local() && next > 0 && text.substring(0, next).strip().equals(LOCAL)
                ? Fix.replace(title, false, part(nic.span().start(), nic.span().start() + next), "")
                : Optional.empty();
    }

    /// Puts the word `local` in front.
    Optional<Fix> withLocal(String title) {
        int start = nic.span().start();
        return Fix.replace(title, false, part(start, start), LOCAL + " ");
    }

    private boolean written() {
        boolean options = nic.options().stream().allMatch(option -> stands(option.span()));
        return options
                && !has(Directive.Broken.class)
                && stands(nic.span())
                && nic.name().map(Word::span).filter(span -> !stands(span)).isEmpty();
    }

    /// Nothing but a comment or the end of the block follows on the line.
    private static boolean endsLine(Span name) {
        String text = name.file().text();
        int end = Removal.afterBlanks(text, name.end());
        return end == text.length() || "\n#}".indexOf(text.charAt(end)) >= 0;
    }

    private boolean has(Class<?> kind) {
        return nic.options().stream().anyMatch(kind::isInstance);
    }

    private boolean stands(Span span) {
        return span.origin().expansion().isEmpty() && span.file() == nic.span().file();
    }

    /// The brace that opens the options; negative where there is none.
    private int brace(int from, int firstOption) {
        int brace = nic.span().file().text().indexOf('{', from);
        return brace < firstOption ? brace : -1;
    }

    private Span part(int start, int end) {
        return new Span(nic.span().file(), start, end, nic.span().origin());
    }
}
