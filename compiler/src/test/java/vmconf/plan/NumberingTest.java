package vmconf.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Numbers that VMs keep, with what follows from them.
class NumberingTest {
    private static Plan plan(String text) {
        Compilation compilation =
                Compiler.compile(
                        SourceFile.of("vm.conf", text),
                        Sources.none(),
                        Options.forTarget(Target.NATIVE));
        return compilation.plan().orElseThrow(() -> new AssertionError(compilation.report()));
    }

    private static String vm(String name, String options) {
        return "vm \"%s\" {\n\tdisk \"/%s.img\"\n%s}\n".formatted(name, name, options);
    }

    private static final String LOCAL = "\tlocal interface\n";

    @Test
    void aPlanWhoseNumbersAreKnownStaysAsItIs() throws PlanException {
        Plan plan = plan(vm("a", LOCAL) + vm("b", LOCAL));
        assertThat(Numbering.keep(plan, Map.of("a", 1, "b", 2))).isEqualTo(plan);
        assertThat(Numbering.keep(plan, Map.of())).isEqualTo(plan);
    }

    @Test
    void whatIsAddedOnTopMovesNothing() throws PlanException {
        Plan before = plan(vm("a", LOCAL) + vm("b", "\tinterface\n" + LOCAL));
        Plan after = plan(vm("new", LOCAL) + vm("a", LOCAL) + vm("b", "\tinterface\n" + LOCAL));
        Plan kept = Numbering.keep(after, Map.of("a", 1, "b", 2));
        assertThat(kept.vms().get(1).interfaces()).isEqualTo(before.vms().get(0).interfaces());
        assertThat(kept.vms().get(2).interfaces()).isEqualTo(before.vms().get(1).interfaces());
        assertThat(kept.vms().getFirst().id()).isEqualTo(3);
        assertThat(kept.vms().getFirst().interfaces().getFirst().local().orElseThrow().host())
                .isEqualTo("100.64.3.2");
    }

    @Test
    void thoseThatFindTheirNumberTakenHaveTheNextOneThatIsFree() throws PlanException {
        Plan plan = plan(vm("p", LOCAL) + vm("q", "") + vm("z", "") + vm("r", "") + vm("s", ""));
        Plan kept = Numbering.keep(plan, Map.of("x", 1, "y", 2, "z", 5));
        assertThat(kept.vms()).extracting(Vm::id).containsExactly(3, 4, 5, 6, 7);
        Plan twice = Numbering.keep(plan, Map.of("w", 2, "x", 3, "y", 4, "z", 8));
        assertThat(twice.vms()).extracting(Vm::id).containsExactly(1, 5, 8, 6, 7);
    }

    /// A VM moved to the number another plan gives it has the addresses of that plan.
    @Test
    void addressesAreThoseThatTheCompilerDerives() throws PlanException {
        String inet6 = "local inet6 prefix fd00:1::/64\n";
        String net = "\tboot device net\n\tlocal interface\n\tlocal interface\n";
        Plan first = plan(inet6 + vm("web", net));
        Plan third = plan(inet6 + vm("a", "") + vm("b", "") + vm("web", net));
        Vm moved = Numbering.keep(first, Map.of("web", 3)).vms().getLast();
        assertThat(moved.interfaces()).isEqualTo(third.vms().getLast().interfaces());
        assertThat(moved.id()).isEqualTo(3);
    }

    @Test
    void theNetworkMustHaveRoom() {
        Plan plan = plan("local prefix 10.1.0.0/16\n" + vm("a", LOCAL) + vm("b", ""));
        assertThatThrownBy(() -> Numbering.keep(plan, Map.of("a", 256)))
                .hasMessage("vm \"a\": the network 10.1.0.0/16 has no address for number 256");
        assertThat(plan.vms().getLast().interfaces()).isEmpty();
    }
}
