package vmconf.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vmconf.compiler.expand.Target;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.plan.diff.PlanDiff;
import vmconf.testdata.Corpus;
import vmconf.testdata.Golden;

/// Where our own runtime does what vm.conf(5) says and OpenBSD's vmd does something else: a test
/// for each kind of difference, and the corpus to see that there is no further one.
class NativeDifferencesTest {
    private static final String PARENT =
            """
            switch "lan" {
            	interface bridge0
            	rdomain 3
            }
            vm "p" {
            	disk "/p.img"
            	interface {
            		switch "lan"
            		lladdr fe:e1:bb:d1:00:01
            	}
            	owner :wheel
            	allow instance { instance, memory, owner root:daemon }
            }
            """;

    private static final String CHILD = PARENT + "vm \"p\" instance \"c\" { disk \"/c.img\"";

    private static Vm last(String text, Target target) {
        return PlanOf.lenient(text, target).vms().getLast();
    }

    private static Interface nic(String text, Target target) {
        return last(text, target).interfaces().getFirst();
    }

    @Test
    void anInstanceHasAnAddressOfItsOwn() {
        assertThat(nic(CHILD + " }\n", Target.OPENBSD).lladdr()).isEqualTo("fe:e1:bb:d1:00:01");
        assertThat(nic(CHILD + " }\n", Target.NATIVE).lladdr()).isNotEqualTo("fe:e1:bb:d1:00:01");
    }

    @Test
    void anInstanceMayNameAnAddressThatIsNotTheParents() {
        String text = CHILD + "\n interface { lladdr fe:e1:bb:d1:00:02\n switch \"lan\" }\n}\n";
        assertThat(nic(text, Target.NATIVE).lladdr()).isEqualTo("fe:e1:bb:d1:00:02");
        assertThat(PlanOf.compiled(text, Target.OPENBSD).accepted()).isFalse();
    }

    @Test
    void anInstanceHasNoNameOfAnotherInterface() {
        String text = CHILD.replace("interface {", "interface tap5 {") + " }\n";
        assertThat(nic(text, Target.NATIVE).tap()).isEqualTo("tap");
        assertThat(PlanOf.compiled(text, Target.OPENBSD).accepted()).isFalse();
    }

    @Test
    void anInterfaceIsInTheDomainOfItsSwitch() {
        assertThat(nic(PARENT, Target.OPENBSD).rdomain()).contains(0);
        assertThat(nic(PARENT, Target.NATIVE).rdomain()).contains(3);
    }

    @Test
    void anInstanceMayHaveAnotherOwnerThanItsParent() {
        String text = CHILD + "\n owner bin\n}\n";
        assertThat(last(text, Target.NATIVE).owner().user()).isEqualTo("bin");
        assertThat(PlanOf.compiled(text, Target.OPENBSD).accepted()).isFalse();
    }

    @Test
    void anInstanceOfAParentWithAGroupNeedNotRepeatIt() {
        assertThat(last(CHILD + " }\n", Target.NATIVE).owner().group()).contains("wheel");
    }

    @Test
    void theOwnersOfInstancesStayWhoTheyAre() {
        assertThat(
                        last(CHILD + " }\n", Target.OPENBSD)
                                .allowInstance()
                                .owner()
                                .orElseThrow()
                                .user())
                .isEqualTo("daemon");
        assertThat(last(CHILD + " }\n", Target.NATIVE).allowInstance().owner().orElseThrow().user())
                .isEqualTo("root");
    }

    @Test
    void aVmMayHaveNothingButABootImage() {
        String text = "vm \"a\" { boot \"/bsd\" }\n";
        assertThat(last(text, Target.NATIVE).boot().image()).contains("/bsd");
        assertThat(PlanOf.compiled(text, Target.OPENBSD).accepted()).isFalse();
    }

    @Test
    void aSwitchMayBeDefinedBelowTheVmsThatJoinIt() {
        String text =
                """
                vm "a" {
                	disk "/a.img"
                	interface { switch "lan" }
                }
                switch "lan" {
                	interface bridge0
                	locked lladdr
                }
                """;
        assertThat(nic(text, Target.OPENBSD).lockedLladdr()).isFalse();
        assertThat(nic(text, Target.NATIVE).lockedLladdr()).isTrue();
    }

    /// `testdata/corpus/native-differences.txt` lists the files of the corpus whose plans differ,
    /// with the keys that do.
    @Test
    void noOtherKeyOfAnyPlanDiffers() {
        TreeSet<String> found = new TreeSet<>();
        for (Corpus.Verdict verdict : Corpus.verdicts()) {
            Optional<Plan> openbsd = PlanOf.corpus(verdict, Target.OPENBSD).plan();
            Optional<Plan> own = PlanOf.corpus(verdict, Target.NATIVE).plan();
            if (openbsd.isPresent() && own.isPresent()) {
                String keys = String.join(" ", keys(openbsd.get(), own.get()));
                if (!keys.isEmpty()) {
                    found.add(verdict.file() + " " + keys + "\n");
                }
            }
        }
        Golden.check("testdata/corpus/native-differences.txt", String.join("", found));
    }

    private static Set<String> keys(Plan openbsd, Plan own) {
        Set<String> keys = new TreeSet<>();
        PlanDiff.between(openbsd, own).blocks().stream()
                .flatMap(block -> block.changes().stream())
                .map(change -> change.key())
                .filter(key -> !key.equals("target"))
                .forEach(keys::add);
        return keys;
    }
}
