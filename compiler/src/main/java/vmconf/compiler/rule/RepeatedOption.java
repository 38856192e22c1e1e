package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// An option of a switch or an interface that a later one cancels.
final class RepeatedOption implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM227",
                    Severity.WARNING,
                    "option is given twice",
                    "The last one holds, without a word from vmd.",
                    """
                    switch "uplink" {
                        interface bridge0
                        up
                        down
                    }
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { switch "uplink" }
                    }
                    """,
                    """
                    switch "uplink" {
                        interface bridge0
                        down
                    }
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { switch "uplink" }
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /// Longest text of an option that is repeated in a message, in characters.
    private static final int MOST = 40;

    /// As many options as are compared each with each.
    private static final int FEW = 8;

    private static final int MOST_EDITED = 100;

    /// Makes the edit that takes an option away.
    private interface Editor {
        Optional<Fix> without(Directive option, String title, boolean safe);
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Diagnostic> findings = new ArrayList<>();
        config.switches()
                .filter(each -> each.options().size() > 1)
                .forEach(
                        each ->
                                check(
                                        each.options(),
                                        (option, title, safe) ->
                                                Removal.of(title, safe, option.span()),
                                        findings));
        config.ofVms(Directive.Interface.class)
                .filter(nic -> nic.options().size() > 1)
                .forEach(nic -> check(nic.options(), editor(nic), findings));
        return findings.stream();
    }

    /// For a sensible number of options only, as every edit looks at all of them.
    private static Editor editor(Directive.Interface nic) {
        return nic.options().size() > MOST_EDITED
                ? (_, _, _) -> Optional.empty()
                : new InterfaceText(nic)::without;
    }

    private static void check(
            List<? extends Directive> options, Editor editor, List<Diagnostic> findings) {
        if (options.size() <= FEW && allDiffer(options)) {
            return;
        }
        Map<Class<?>, Directive> earlier = new HashMap<>();
        for (Directive option : options) {
            Directive other = earlier.put(kind(option), option);
            if (other != null && !(option instanceof Directive.Broken)) {
                findings.add(finding(other, option, editor));
            }
        }
    }

    private static boolean allDiffer(List<? extends Directive> options) {
        for (int i = 1; i < options.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (kind(options.get(i)).equals(kind(options.get(j)))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Options of one kind cancel each other.
    private static Class<?> kind(Directive option) {
        if (option instanceof Directive.Down) {
            return Directive.Up.class;
        }
        return option instanceof Directive.Disable ? Directive.Enable.class : option.getClass();
    }

    private static Diagnostic finding(Directive idle, Directive later, Editor editor) {
        boolean same = text(idle).equals(text(later));
        boolean locks = locksAlone(idle, later);
        String message =
                same
                        ? "\"%s\" is given again below".formatted(shortened(idle))
                        : "%s\"%s\" has no effect, as \"%s\" follows"
                                .formatted(
                                        locks ? "the address of " : "",
                                        shortened(idle),
                                        shortened(later));
        return INFO.at(idle.span(), message)
                .with(later.span(), "given again here")
                .withFix(
                        locks
                                ? Optional.empty()
                                : editor.without(idle, "remove the first one", same));
    }

    /// A lock stays, although the address that comes with it is replaced.
    private static boolean locksAlone(Directive idle, Directive later) {
        return idle instanceof Directive.Lladdr first
                && later instanceof Directive.Lladdr second
                && first.locked()
                && !second.locked();
    }

    private static String shortened(Directive option) {
        String text = text(option).replace("\"", "");
        return text.length() > MOST ? text.substring(0, MOST) + "..." : text;
    }

    /// As written, on one line.
    private static String text(Directive option) {
        return option.span().text().replaceAll("\\s+", " ");
    }
}
