package vmconf.lsp.completion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.lsp.index.Names;
import vmconf.lsp.workspace.Question;
import vmconf.plan.DerivedLladdr;

/// Names and numbers that nobody uses yet, and those that are in use and may be used again.
final class FreeNames {
    private static final Pattern ADDRESS = Pattern.compile("([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}");
    private static final String UNNAMED = "new";

    private final Question question;

    FreeNames(Question question) {
        this.question = question;
    }

    /// The first `tapN` that no interface has.
    String tap() {
        return free("tap", words(nics().flatMap(each -> each.name().stream())));
    }

    /// The first `bridgeN` and `vebN` that no switch has.
    List<String> bridges() {
        Set<String> taken = new HashSet<>();
        question.config().switches().forEach(each -> taken.add(Names.bridge(each)));
        return List.of(free("bridge", taken), free("veb", taken));
    }

    private static String free(String prefix, Set<String> taken) {
        int number = 0;
        while (taken.contains(prefix + number)) {
            number++;
        }
        return prefix + number;
    }

    /// The MAC address that the machine gets if none is written, or the next one that is free.
    String address() {
        Set<Long> taken = new HashSet<>();
        nics().flatMap(each -> each.options().stream())
                .filter(Directive.Lladdr.class::isInstance)
                .flatMap(each -> ((Directive.Lladdr) each).address().stream())
                .map(Word::text)
                .filter(text -> ADDRESS.matcher(text).matches())
                .forEach(text -> taken.add(Long.parseLong(text.replace(":", ""), 16)));
        String vm =
                question.config()
                        .vms()
                        .filter(each -> question.isIn(each.span()))
                        .map(each -> each.name().text())
                        .findFirst()
                        .orElse(UNNAMED);
        String seed = question.analysis().options().seed();
        return DerivedLladdr.text(DerivedLladdr.bits(seed, vm, 0, taken));
    }

    /// Owners of machines, and root.
    List<String> owners() {
        Set<String> owners = new java.util.LinkedHashSet<>(List.of("root"));
        owners.addAll(
                words(question.config().ofVms(Directive.Owner.class).map(Directive.Owner::owner)));
        return new ArrayList<>(owners);
    }

    /// Interface groups in use.
    List<String> groups() {
        return new ArrayList<>(
                words(question.config().ofLinks(Directive.Group.class).map(Directive.Group::name)));
    }

    /// Routing domains in use; 1 where there are none.
    List<String> routingDomains() {
        Set<String> used =
                words(
                        question.config()
                                .ofLinks(Directive.Rdomain.class)
                                .map(Directive.Rdomain::number));
        return used.isEmpty() ? List.of("1") : new ArrayList<>(used);
    }

    /// Without the word that is being written.
    private Set<String> words(Stream<Word> words) {
        Set<String> texts = new java.util.LinkedHashSet<>();
        words.filter(Word::known)
                .filter(each -> !question.isIn(each.span()))
                .map(Word::text)
                .filter(text -> !text.isEmpty())
                .forEach(texts::add);
        return texts;
    }

    private Stream<Directive.Interface> nics() {
        return question.config().ofVms(Directive.Interface.class);
    }
}
