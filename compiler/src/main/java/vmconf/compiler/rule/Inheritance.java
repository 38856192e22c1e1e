package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Instance;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// The interfaces that an instance takes over: those of its parent beyond the number of its own.
///
/// @param own how many interfaces its own block gives it
/// @param slots all of its interfaces; nothing for one that `interfaces` adds
/// @param ofParent all interfaces of its parent, those that the parent takes over too
record Inheritance(
        Directive.Vm vm, Directive.Vm parent, int own, List<Slot> slots, List<Slot> ofParent) {
    private static final int MOST = 4;

    /// An interface of a VM.
    ///
    /// @param written where it is described; nothing for one that `interfaces` adds
    record Slot(Optional<Directive.Interface> written) {}

    /// Of every instance whose blocks can be read, in reading order.
    static List<Inheritance> of(Config config) {
        if (config.instances().isEmpty()) {
            return List.of();
        }
        Trouble trouble = Trouble.of(config);
        Map<String, List<Slot>> byName = new HashMap<>();
        List<Inheritance> all = new ArrayList<>();
        for (Instance instance : config.instances()) {
            Directive.Vm parent = instance.parent();
            List<Slot> ofParent = byName.computeIfAbsent(parent.name().text(), name -> own(parent));
            List<Slot> slots = new ArrayList<>(own(instance.vm()));
            int own = slots.size();
            slots.addAll(ofParent.subList(Math.min(own, ofParent.size()), ofParent.size()));
            byName.putIfAbsent(instance.vm().name().text(), slots);
            if (!trouble.in(instance.vm().span()) && !trouble.in(parent.span())) {
                all.add(new Inheritance(instance.vm(), parent, own, slots, ofParent));
            }
        }
        return all;
    }

    private static List<Slot> own(Directive.Vm vm) {
        List<Slot> slots = new ArrayList<>(MOST);
        for (Directive.InVm option : vm.options()) {
            if (option instanceof Directive.Interface nic && slots.size() < MOST) {
                slots.add(new Slot(Optional.of(nic)));
            }
        }
        int count = count(vm);
        while (slots.size() < count) {
            slots.add(new Slot(Optional.empty()));
        }
        return slots;
    }

    private static int count(Directive.Vm vm) {
        return Blocks.last(vm.options(), Directive.Interfaces.class)
                .map(Directive.Interfaces::count)
                .filter(Word::known)
                .map(word -> Math.clamp(Long.parseLong(word.text()), 0, MOST))
                .orElse(0);
    }

    /// The interfaces taken over, in order.
    List<Slot> takenOver() {
        return slots.subList(own, slots.size());
    }

    /// Its own interfaces that are described.
    Stream<Directive.Interface> described() {
        return slots.subList(0, own).stream().flatMap(slot -> slot.written().stream());
    }

    /// The word that names the parent.
    Word parentWord() {
        return vm.parent().orElse(vm.name());
    }
}
