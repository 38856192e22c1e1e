package vmconf.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanYamlTest {
    static final Plan SAMPLE =
            new Plan(
                    Plan.VERSION,
                    "native",
                    new LocalNetwork("100.64.0.0/10", false, Optional.empty()),
                    Owner.ROOT,
                    StaggeredStart.DEFAULT,
                    Optional.empty(),
                    List.of(
                            new Switch(
                                    Optional.of(1),
                                    "uplink",
                                    true,
                                    "bridge0",
                                    Optional.empty(),
                                    Optional.of(3),
                                    false,
                                    true)),
                    List.of(
                            new Vm(
                                    1,
                                    "9front",
                                    true,
                                    Optional.of(new Start(1, Optional.of(1), Optional.of(0L))),
                                    Optional.empty(),
                                    Vm.DEFAULT_MEMORY,
                                    1,
                                    Boot.DEFAULT,
                                    List.of(new Disk("/var/vm/a b.img", DiskFormat.AUTO)),
                                    Optional.of("yes"),
                                    List.of(
                                            new Interface(
                                                    "tap",
                                                    "fe:e1:bb:01:02:03",
                                                    false,
                                                    Optional.of("uplink"),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    true,
                                                    Optional.of(
                                                            new LocalAddress(
                                                                    "100.64.1.2",
                                                                    "100.64.1.3",
                                                                    Optional.empty(),
                                                                    DhcpAnswer.to(
                                                                            "100.64.1.3",
                                                                            "100.64.1.2"))))),
                                    new Owner("1000", Optional.of("users")),
                                    InstancePermission.NONE,
                                    false,
                                    false)));

    @Test
    void yamlReadsBackAsTheSamePlan() throws PlanException {
        assertThat(PlanYaml.read(PlanYaml.toYaml(SAMPLE))).isEqualTo(SAMPLE);
    }

    @Test
    void jsonReadsBackAsTheSamePlan() throws PlanException {
        assertThat(PlanYaml.read(PlanYaml.toJson(SAMPLE))).isEqualTo(SAMPLE);
    }

    @Test
    void yamlIsReadable() {
        assertThat(PlanYaml.toYaml(SAMPLE))
                .startsWith("vmconf-plan: 1\ntarget: native\nlocal:\n  prefix: ")
                .contains("    interface: bridge0\n", "user: \"1000\"", "cdrom: \"yes\"");
    }

    @Test
    void refusesUnknownKeys() {
        String text = PlanYaml.toYaml(SAMPLE) + "colour: red\n";
        assertThatThrownBy(() -> PlanYaml.read(text))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("colour");
    }

    @Test
    void refusesMissingKeys() {
        String text = PlanYaml.toYaml(SAMPLE).replaceFirst("target: native\n", "");
        assertThatThrownBy(() -> PlanYaml.read(text))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("target");
    }

    @Test
    void refusesOtherVersionsByName() {
        String text = PlanYaml.toYaml(SAMPLE).replace("vmconf-plan: 1", "vmconf-plan: 2");
        assertThatThrownBy(() -> PlanYaml.read(text))
                .hasMessage("plan version 2 is not known, this vmconf reads version 1");
    }

    @Test
    void refusesWhatIsNoPlan() {
        assertThatThrownBy(() -> PlanYaml.read("vm \"a\" {\n}\n"))
                .isInstanceOf(PlanException.class);
        assertThatThrownBy(() -> PlanYaml.read("")).isInstanceOf(PlanException.class);
        assertThatThrownBy(() -> PlanYaml.read("a: [")).isInstanceOf(PlanException.class);
    }
}
