package vmconf.compiler.rule;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// Which machines have a part, of their own or taken over from their parent.
final class Holding {
    /// Whether a machine has a part.
    enum Answer {
        YES,
        NO,
        /// Its block or its parent could not be read.
        UNKNOWN
    }

    private final IdentityHashMap<Directive.Vm, Answer> answers = new IdentityHashMap<>();

    private Holding() {}

    /// @param own a machine has the part of its own; its instances take it over
    static Holding of(Config config, Predicate<Directive.Vm> own) {
        Holding holding = new Holding();
        Map<String, Answer> above = new HashMap<>();
        for (Directive.Vm vm : config.vms().toList()) {
            Answer answer = own.test(vm) ? Answer.YES : holding.inherited(config, vm, above);
            holding.answers.put(vm, answer);
            above.putIfAbsent(vm.name().text(), answer);
        }
        return holding;
    }

    private Answer inherited(Config config, Directive.Vm vm, Map<String, Answer> above) {
        if (!config.sound(vm)) {
            return Answer.UNKNOWN;
        }
        Optional<Word> parent = vm.parent().filter(word -> !word.text().isEmpty());
        return parent.isEmpty()
                ? Answer.NO
                : above.getOrDefault(parent.get().text(), Answer.UNKNOWN);
    }

    /// Whether a machine has the part.
    Answer of(Directive.Vm vm) {
        return answers.getOrDefault(vm, Answer.UNKNOWN);
    }
}
