package vmconf.runtime.control;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.supervise.Generation;
import vmconf.runtime.supervise.Kept;
import vmconf.runtime.supervise.Registry;
import vmconf.runtime.supervise.VmStatus;

/// Says where the values of a VM come from: of what runs, and where that is defined otherwise now,
/// of what would start.
record Reasons(Registry registry, Configuration configuration) {
    private static final String NOT_NOTED =
            "the plan does not say where its values come from; give vmd the vm.conf (up to 1 MiB), or"
                    + " a plan of vmconf compile --provenance";

    Reply of(VmStatus vm, List<String> key) {
        String name = vm.definition().name();
        Generation now = registry.generation();
        if (now.plan().vmNamed(name).isEmpty()) {
            return refused(
                    "vm \"" + name + "\" was made by vmctl start, or is not in the file any more");
        }
        List<String> words = Stream.concat(Stream.of(name), key.stream()).toList();
        if (vm.guest().isEmpty() || vm.vm().equals(vm.definition())) {
            return reply(told("", now.plan(), words));
        }
        Optional<Kept> then = generationOf(vm.vm());
        if (then.isEmpty()) {
            return reply(
                    told(
                            "it runs with a definition that is not kept; its next start takes:\n",
                            now.plan(),
                            words));
        }
        int number = then.get().number();
        return reply(
                told(
                        "it runs as generation %d has it:\n".formatted(number),
                        plan(number).orElseGet(now::plan),
                        words),
                told(
                        "its next start takes generation %d:\n".formatted(now.number()),
                        now.plan(),
                        words));
    }

    /// The latest generation that defines a VM so.
    private Optional<Kept> generationOf(Vm vm) {
        return registry.history().reversed().stream()
                .filter(
                        each ->
                                plan(each.number())
                                        .flatMap(p -> p.vmNamed(vm.name()))
                                        .equals(Optional.of(vm)))
                .findFirst();
    }

    private Optional<Plan> plan(int generation) {
        try {
            return registry.plan(generation);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Configuration.Explained told(String title, Plan plan, List<String> words) {
        if (plan.provenance().isEmpty()) {
            return new Configuration.Explained.Unknown(NOT_NOTED);
        }
        return switch (configuration.why(plan, words)) {
            case Configuration.Explained.Told(String text) ->
                    new Configuration.Explained.Told(title + text);
            case Configuration.Explained.Unknown unknown -> unknown;
        };
    }

    private static Reply reply(Configuration.Explained... parts) {
        StringBuilder text = new StringBuilder();
        for (Configuration.Explained part : parts) {
            switch (part) {
                case Configuration.Explained.Told(String told) -> text.append(told);
                case Configuration.Explained.Unknown(String reason) -> {
                    return refused(reason);
                }
            }
        }
        return new Reply.Page(text.toString());
    }

    private static Reply refused(String reason) {
        return new Reply.Failed(Fault.REFUSED, reason);
    }
}
