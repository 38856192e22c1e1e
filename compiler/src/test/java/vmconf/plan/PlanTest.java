package vmconf.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Plans made of parts of others.
class PlanTest {
    private static final Plan PLAN =
            PlanYamlTest.SAMPLE.with(
                    List.of(bridge("uplink", true), bridge("spare", false)),
                    List.of(vm("web"), vm("mail")));

    @Test
    void onlySwitchesAndVmsAreOthers() {
        Plan other = PLAN.with(List.of(), List.of(vm("db")));
        assertThat(other.switches()).isEmpty();
        assertThat(other.vms()).containsExactly(vm("db"));
        assertThat(other.with(PLAN.switches(), PLAN.vms())).isEqualTo(PLAN);
    }

    @Test
    void whatIsMadeOfPartsDoesNotSayWhereValuesCameFrom() {
        Plan told =
                new Plan(
                        PLAN.vmconfPlan(),
                        PLAN.target(),
                        PLAN.local(),
                        PLAN.socketOwner(),
                        PLAN.staggeredStart(),
                        PLAN.agentx(),
                        PLAN.switches(),
                        PLAN.vms(),
                        Optional.of(Map.of()));
        assertThat(told.withoutProvenance()).isEqualTo(PLAN);
        assertThat(told.with(told.switches(), told.vms())).isEqualTo(PLAN);
        assertThat(told.joinedWith(PLAN).provenance()).isEmpty();
    }

    @Test
    void newNamesAreJoinedInTheirOrder() {
        Plan more =
                PLAN.with(
                        List.of(bridge("uplink", false), bridge("dmz", true)),
                        List.of(vm("db"), vm("web").renumbered(9), vm("cache")));
        Plan joined = PLAN.joinedWith(more);
        assertThat(joined.vms()).containsExactly(vm("web"), vm("mail"), vm("db"), vm("cache"));
        assertThat(joined.switches())
                .containsExactly(
                        bridge("uplink", true), bridge("spare", false), bridge("dmz", true));
    }

    /// As vmd has it: a switch that is disabled does as if it were not there.
    @Test
    void theNameOfADisabledSwitchIsNew() {
        Plan more = PLAN.with(List.of(bridge("spare", true)), List.of());
        assertThat(PLAN.joinedWith(more).switchNamed("spare")).contains(bridge("spare", true));
    }

    private static Switch bridge(String name, boolean enabled) {
        return new Switch(
                enabled ? Optional.of(1) : Optional.empty(),
                name,
                enabled,
                "bridge0",
                Optional.empty(),
                Optional.empty(),
                false,
                true);
    }

    private static Vm vm(String name) {
        return PlanYamlTest.SAMPLE.vms().getFirst().named(name);
    }
}
