package vmconf.compiler.vmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import vmconf.compiler.value.MacAddress;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// What vmd registers and refuses where the corpus has no file: sections 5 and 6 of
/// `vmconf-language`, one rule each.
class RegistrationTest {
    private static Verdict load(String text) {
        return Judge.judge(
                SourceFile.of("vm.conf", text),
                Sources.none(),
                new FakeHost(),
                List.of(),
                new Mode(true, false));
    }

    private static VmSettings vm(String text, String name) {
        Verdict verdict = load(text);
        assertThat(verdict.stderr()).isEmpty();
        return verdict.registry().orElseThrow().vms().stream()
                .map(Registry.Vm::settings)
                .filter(vm -> vm.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String parent(String options) {
        return "vm p { disk a.img\n" + options + "\n}\n";
    }

    @Test
    void theReasonComesBeforeTheErrorAndReadingGoesOn() {
        Verdict verdict = load("vm a { boot bsd }\nvm b { disk b.img }\nvm c { disable }\n");
        assertThat(verdict.accept()).isFalse();
        assertThat(verdict.stderr())
                .isEqualTo(
                        """
                        vmd: no kernel or disk/cdrom specified
                        vmd: vm.conf:1: vm "a" failed: Invalid argument
                        vmd: invalid configuration, no devices
                        vmd: vm.conf:3: vm "c" failed: Unknown error: 1002
                        """);
        assertThat(verdict.registry().orElseThrow().vms())
                .extracting(each -> each.settings().name())
                .containsExactly("b");
    }

    @Test
    void theBootImageOfARefusedBlockGoesToTheNextOne() {
        Verdict verdict = load("vm a { boot bsd }\nvm b { disk b.img }\nvm c { disk c.img }\n");
        assertThat(verdict.registry().orElseThrow().vms())
                .extracting(each -> each.settings().boot().kernel())
                .containsExactly(Optional.of("/vm/bsd"), Optional.empty());
    }

    @Test
    void anInstanceOfAParentWithoutANameCountsAsEquipped() {
        assertThat(load("vm \"\" instance a { enable }\n").stderr())
                .isEqualTo(
                        """
                        vmd: no kernel or disk/cdrom specified
                        vmd: vm.conf:1: vm "a" failed: Invalid argument
                        """);
    }

    @Test
    void aNicWithoutASwitchJoinsTheSwitchWithoutAName() {
        String text = "switch \"\" {\ninterface veb0\nlocked lladdr\nrdomain 3\n}\n";
        Nic nic = vm(text + parent("interfaces 1"), "p").hardware().nics().getFirst();
        assertThat(nic.locked()).isTrue();
        assertThat(nic.rdomain()).isEqualTo(OptionalInt.of(0));
    }

    @Test
    void anInstanceHasANewName() {
        assertThat(load(parent("") + "vm p instance p { disk b.img }\n").stderr())
                .isEqualTo("vmd: vm.conf:4: vm \"p\" failed: Too many processes\n");
    }

    @Test
    void memoryAndCdromAreInheritedButAreNoEquipment() {
        String text = parent("memory 1G\ncdrom cd.iso");
        VmSettings.Hardware hardware =
                vm(text + "vm p instance c { interfaces 1 }\n", "c").hardware();
        assertThat(hardware.memory()).isEqualTo(OptionalLong.of(1L << 30));
        assertThat(hardware.cdrom()).contains("cd.iso");
        assertThat(load(text + "vm p instance c { enable }\n").stderr())
                .startsWith("vmd: invalid configuration, no devices\n");
    }

    @Test
    void bootImageBootDeviceAndStateAreNotInherited() {
        String text = parent("boot bsd\nboot device disk\ndisable\nseves");
        VmSettings child = vm(text + "vm p instance c { disk b.img }\n", "c");
        assertThat(child.boot())
                .isEqualTo(new VmSettings.Boot(Optional.empty(), VmSettings.Device.AUTO));
        assertThat(child.disabled() || child.hardware().sev() || child.hardware().seves())
                .isFalse();
    }

    @Test
    void aParentWithANamedInterfaceRefusesWhatInheritsIt() {
        String text = parent("interface tap") + "vm p instance c { disk b.img }\n";
        assertThat(load(text).stderr())
                .isEqualTo(
                        """
                        vmd: vm "tap" c cannot be reused
                        vmd: vm.conf:4: vm "c" failed: Device busy
                        """);
    }

    @Test
    void onlyTheParentsOwnAddressMayBeUsed() {
        String text = parent("interface { lladdr 2:0:0:0:0:1 }");
        String again = "vm p instance c { disk b.img\ninterface { lladdr 2:0:0:0:0:1 }\n }\n";
        assertThat(vm(text + again, "c").hardware().nics())
                .extracting(nic -> nic.lladdr().orElseThrow())
                .containsExactly(new MacAddress(0x020000000001L));
        String beyond =
                "vm p instance c { disk b.img\ninterface\ninterface { lladdr 2:0:0:0:0:1 }\n }\n";
        assertThat(load(text + beyond).stderr())
                .isEqualTo(
                        """
                        vmd: vm "c" lladdr cannot be reused
                        vmd: vm.conf:7: vm "c" failed: Device busy
                        """);
    }

    @Test
    void aUserThatIsNotTheParentsIsRefusedEvenUnderRoot() {
        assertThat(load(parent("") + "vm p instance c { disk b.img\nowner daemon\n }\n").stderr())
                .startsWith("vmd: vm \"c\" user mismatch\n");
    }

    @Test
    void aGroupOwnerMustBeRepeated() {
        String text = parent("owner bin:daemon");
        assertThat(load(text + "vm p instance c { disk b.img }\n").stderr())
                .isEqualTo(
                        """
                        vmd: vm "c" group mismatch
                        vmd: vm.conf:4: vm "c" failed: Operation not permitted
                        """);
        String zero = "vm p instance c { disk b.img\nowner :root\n }\n";
        assertThat(vm(text + zero, "c").access().owner()).isEqualTo(new Account(2, 1));
    }

    @Test
    void anInstanceHasNoPermissionsOfItsOwn() {
        String text = parent("") + "vm p instance c { disk b.img\nallow instance boot\n }\n";
        assertThat(load(text).stderr())
                .startsWith("vmd: vm \"c\" cannot change instance permissions\n");
    }

    @Test
    void theInstanceOwnersUserBecomesTheGroup() {
        String text = parent("allow instance { instance, owner bin }");
        assertThat(vm(text + "vm p instance c { disk b.img }\n", "c").access().instances())
                .isEqualTo(
                        new InstanceRights(
                                List.of(InstanceRights.Flag.INSTANCE),
                                new Account(4294967295L, -1)));
    }

    @Test
    void aFileThatIsMissingIsTakenWithoutAWordMore() {
        Verdict verdict = Verdict.unopened("x.conf", "no such file", new Mode(true, false));
        assertThat(verdict.accept()).isTrue();
        assertThat(verdict.stderr())
                .isEqualTo("vmd: failed to open x.conf: No such file or directory\n");
        assertThat(verdict.registry()).contains(Registry.EMPTY);
    }
}
