package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmconf.plan.machine.Accelerator;
import vmconf.plan.machine.Forward;
import vmconf.runtime.network.NetworkOptions;
import vmconf.runtime.network.NetworkOptions.DomainKind;

class VmdOptionsTest {
    @Test
    void termLeavesGuestsUnlessToldOtherwise() throws Exception {
        assertThat(VmdOptions.parse(List.of()).onTerm()).isFalse();
        assertThat(VmdOptions.parse(List.of("--on-term", "stop")).onTerm()).isTrue();
        assertThatThrownBy(() -> VmdOptions.parse(List.of("--on-term", "die")))
                .hasMessage("vmd: --on-term is leave or stop, not die");
    }

    @Test
    void knowsTheOriginalsOptions() throws StartupException {
        VmdOptions options = parse("-dnv", "-D", "a=b=c", "-D", "d=e", "-f", "vm.conf");
        assertThat(options.checkOnly()).isTrue();
        assertThat(options.foreground()).isTrue();
        assertThat(options.macros()).containsExactly("a=b=c", "d=e");
        assertThat(options.file()).contains("vm.conf");
        assertThat(parse().file()).isEmpty();
    }

    @Test
    void startTakesOneFile() throws StartupException {
        VmdOptions options = parse("start", "plan.yaml", "-d");
        assertThat(options.file()).contains("plan.yaml");
        assertThat(options.foreground()).isTrue();
        refused(VmdOptions.USAGE, "start");
        refused(VmdOptions.USAGE, "start", "a", "b");
        refused(VmdOptions.USAGE, "start", "a", "-f", "b");
    }

    @Test
    void ownOptions() throws StartupException {
        VmdOptions options =
                parse("--accel", "tcg", "--stop-timeout", "5", "--socket", "/s", "--state", "/t");
        assertThat(options.accelerator()).contains(Accelerator.TCG);
        assertThat(options.grace()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.socket()).isEqualTo(Optional.of("/s"));
        assertThat(options.state()).isEqualTo(Optional.of("/t"));
    }

    @Test
    void networks() throws StartupException {
        assertThat(parse().network()).isEqualTo(NetworkOptions.NONE);
        assertThat(parse("--create-bridges").network().createBridges()).isTrue();
        VmdOptions anywhere = parse("start", "--nat", "vm.conf");
        assertThat(anywhere.network().nat())
                .contains(new NetworkOptions.NatOption(Optional.empty()));
        assertThat(anywhere.file()).contains("vm.conf");
        assertThat(parse("--nat=eth0.5").network().nat())
                .contains(new NetworkOptions.NatOption(Optional.of("eth0.5")));
        refused("vmd: --nat is an interface, not a;b", "--nat=a;b");
        assertThat(parse("--rdomain=netns").network().domains()).contains(DomainKind.NETNS);
        assertThat(parse("--rdomain", "vrf").network().domains()).contains(DomainKind.VRF);
        refused("vmd: --rdomain is vrf or netns, not jail", "--rdomain", "jail");
    }

    @Test
    void forwards() throws StartupException {
        assertThat(
                        parse("--forward", "web:8080:80", "--forward=db:0.0.0.0:1:2")
                                .network()
                                .forwards())
                .containsExactly(
                        new Forward("web", "127.0.0.1", 8080, 80),
                        new Forward("db", "0.0.0.0", 1, 2));
        for (String each :
                List.of("web", "web:80", "web:0:80", "web:80:70000", "w:1.2.3.256:1:2")) {
            refused(
                    "vmd: --forward is VM:[ADDRESS:]HOSTPORT:GUESTPORT, e.g. web:8080:80, not "
                            + each,
                    "--forward",
                    each);
        }
    }

    @Test
    void mistakesAreNamed() {
        refused(VmdOptions.USAGE, "-x");
        refused(VmdOptions.USAGE, "file");
        refused("vmd: could not parse macro definition a", "-D", "a");
        refused("vmd: --accel is kvm or tcg, not xen", "--accel", "xen");
        refused("vmd: --stop-timeout is a number of seconds up to 86400", "--stop-timeout", "soon");
    }

    private static VmdOptions parse(String... arguments) throws StartupException {
        return VmdOptions.parse(List.of(arguments));
    }

    private static void refused(String message, String... arguments) {
        assertThatThrownBy(() -> parse(arguments))
                .isInstanceOf(StartupException.class)
                .hasMessage(message);
    }
}
