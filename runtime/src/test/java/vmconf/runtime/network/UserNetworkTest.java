package vmconf.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.plan.machine.Attachment;
import vmconf.plan.machine.Forward;
import vmconf.runtime.Samples;
import vmconf.runtime.host.Finding;

class UserNetworkTest {
    private static final Forward FORWARD = new Forward("web", "127.0.0.1", 8080, 80);
    private static final Interface LOCAL = Samples.local(1);

    private final Vm web = Samples.vm(1, "web");
    private final Plan plan = Samples.plan(List.of(), web);
    private final UserNetwork network = new UserNetwork(plan, List.of(FORWARD));

    @Test
    void portsLeadToTheFirstLocalInterfaceThatIsUp() throws Exception {
        Vm vm = Samples.withLinks(web, Samples.down(LOCAL), LOCAL, LOCAL);
        assertThat(network.lease(vm, (_, _) -> {}).attachments())
                .containsExactly(
                        new Attachment.Unplugged(Samples.MAC),
                        userMode(List.of(FORWARD)),
                        userMode(List.of()));
        assertThat(network.links(vm)).containsExactly("none", "user", "user");
        Vm other = Samples.withLinks(Samples.vm(2, "other"), LOCAL);
        assertThat(network.lease(other, (_, _) -> {}).attachments())
                .containsExactly(userMode(List.of()));
    }

    private static Attachment userMode(List<Forward> forwards) {
        return new Attachment.UserMode(Samples.MAC, LOCAL.local().orElseThrow(), forwards);
    }

    @Test
    void aPortThatLeadsNowhereIsRefused() {
        Vm vm = Samples.withLinks(web, Samples.down(LOCAL));
        String reason = "--forward web:127.0.0.1:8080:80: the vm has no local interface that is up";
        assertThatThrownBy(() -> network.lease(vm, (_, _) -> {})).hasMessage(reason);
        assertThat(network.examine(vm)).extracting(Finding::text).containsExactly(reason);
        network.configure(Samples.plan(List.of()));
        assertThat(network.examine())
                .extracting(Finding::text)
                .contains("--forward web:127.0.0.1:8080:80: no such vm");
    }

    @Test
    void cablesArePluggedInAtTheStart() throws Exception {
        Vm vm = Samples.withLinks(web, LOCAL);
        Leases leases = network.lease(vm, (_, _) -> {});
        network.adjust(vm, leases);
        assertThatThrownBy(
                        () -> network.adjust(Samples.withLinks(web, Samples.down(LOCAL)), leases))
                .hasMessage("interface 0: up and down take a restart with user-mode network");
    }
}
