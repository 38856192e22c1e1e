package vmconf.compiler.export.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmconf.compiler.expand.Target;
import vmconf.compiler.export.Export;
import vmconf.compiler.export.Settings;
import vmconf.compiler.lower.PlanOf;
import vmconf.compiler.lower.RandomTree;
import vmconf.plan.LocalNetwork;
import vmconf.plan.Owner;
import vmconf.plan.Plan;
import vmconf.plan.PlanYaml;
import vmconf.plan.StaggeredStart;

class LibvirtImportTest {
    @Provide
    Arbitrary<String> trees() {
        return RandomTree.texts();
    }

    private static List<LibvirtImport.Input> exported(Plan plan) {
        return Export.of(new LibvirtExporter(), plan).files(new Settings("vm.conf", false)).stream()
                .filter(each -> each.name().endsWith(".xml"))
                .map(each -> new LibvirtImport.Input(each.name(), each.text()))
                .toList();
    }

    private static LibvirtImport.Answer.Imported imported(List<LibvirtImport.Input> inputs) {
        return switch (LibvirtImport.of(inputs)) {
            case LibvirtImport.Answer.Imported imported -> imported;
            case LibvirtImport.Answer.Refused(var errors) -> throw new AssertionError(errors);
        };
    }

    /// What libvirt has a place for: the machines and the switches. Settings of vmd itself stay
    /// behind, instances are machines like others, and IPv6 goes with local interfaces only.
    private static String essence(Plan plan) {
        boolean local =
                plan.vms().stream()
                        .flatMap(vm -> vm.interfaces().stream())
                        .anyMatch(each -> each.local().isPresent());
        Plan essence =
                new Plan(
                        Plan.VERSION,
                        "native",
                        local ? plan.local() : LocalNetwork.DEFAULT,
                        Owner.ROOT,
                        StaggeredStart.DEFAULT,
                        Optional.empty(),
                        plan.switches(),
                        plan.vms());
        return PlanYaml.toYaml(essence)
                .replaceAll("(?m)^    instance-of: .*$", "    instance-of: null")
                .replaceAll("(?m)^      (wave|after): .*$", "      $1: null");
    }

    @Property(tries = 200)
    void anExportReadsBack(@ForAll("trees") String conf) {
        Plan plan = PlanOf.lenient(conf, Target.NATIVE);
        var imported = imported(exported(plan));
        assertThat(imported.warnings()).isEmpty();
        assertThat(essence(PlanOf.lenient(imported.conf(), Target.NATIVE)))
                .as(imported.conf())
                .isEqualTo(essence(plan));
    }

    /// As `virsh dumpxml` has a machine that virt-install made.
    private static final String FOREIGN =
            """
            <domain type='kvm' id='1' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
              <name>mail</name>
              <memory unit='KiB'>2097152</memory>
              <vcpu placement='static'>2</vcpu>
              <os>
                <type arch='x86_64' machine='pc-q35-7.2'>hvm</type>
                <boot dev='cdrom'/>
              </os>
              <on_reboot>restart</on_reboot>
              <devices>
                <disk type='file' device='disk'>
                  <driver name='qemu' type='qcow2'/>
                  <source file='/var/lib/libvirt/images/mail.qcow2'/>
                  <target dev='vda' bus='virtio'/>
                </disk>
                <disk type='block' device='disk'>
                  <source dev='/dev/vg/mail'/>
                  <target dev='vdb' bus='virtio'/>
                </disk>
                <disk type='file' device='cdrom'>
                  <source file='/srv/debian.iso'/>
                  <target dev='sda' bus='sata'/>
                  <readonly/>
                </disk>
                <interface type='network'>
                  <mac address='52:54:00:AA:BB:CC'/>
                  <source network='default'/>
                  <target dev='vnet0'/>
                </interface>
                <interface type='bridge'>
                  <mac address='52:54:00:aa:bb:cd'/>
                  <source bridge='br0'/>
                  <filterref filter='clean-traffic'/>
                </interface>
                <graphics type='spice'/>
                <hostdev mode='subsystem' type='pci'/>
              </devices>
            </domain>
            """;

    @Test
    void aMachineThatSomebodyElseMadeIsTakenAsFarAsItGoes() {
        var imported = imported(List.of(new LibvirtImport.Input("mail.xml", FOREIGN)));
        assertThat(imported.conf())
                .isEqualTo(
                        """
                        # Imported from libvirt.

                        switch "br0" {
                        	interface bridge0
                        }

                        vm "mail" {
                        	memory 2G
                        	cpus 2
                        	disk "/var/lib/libvirt/images/mail.qcow2" format qcow2
                        	cdrom "/srv/debian.iso"
                        	local interface {
                        		lladdr 52:54:00:aa:bb:cc
                        	}
                        	interface {
                        		lladdr 52:54:00:aa:bb:cd
                        		switch "br0"
                        	}
                        }
                        """);
        assertThat(imported.warnings())
                .hasSize(6)
                .anySatisfy(each -> assertThat(each).contains("switch \"br0\" gets bridge0, as"))
                .anySatisfy(
                        each ->
                                assertThat(each)
                                        .startsWith("mail.xml:16:")
                                        .contains("a disk that is no file"))
                .anySatisfy(each -> assertThat(each).contains("the filter \"clean-traffic\""))
                .anySatisfy(each -> assertThat(each).contains("device \"graphics\""))
                .anySatisfy(each -> assertThat(each).contains("device \"hostdev\""))
                .anySatisfy(each -> assertThat(each).contains("vmctl start -B cdrom"));
        assertThat(PlanOf.lenient(imported.conf(), Target.NATIVE).vms()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vm \"web\" { }",
                "<domain><name>",
                "<pool/>",
                "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><domain><name>&a;</name></domain>",
            })
    void whatIsNoDomainIsRefusedAtItsPlace(String text) {
        LibvirtImport.Answer answer =
                LibvirtImport.of(List.of(new LibvirtImport.Input("a.xml", text)));
        assertThat(answer).isInstanceOf(LibvirtImport.Answer.Refused.class);
        assertThat(((LibvirtImport.Answer.Refused) answer).errors())
                .singleElement()
                .asString()
                .matches("a\\.xml:\\d+:\\d+: error: [^\n]+");
    }

    @Test
    void oddNumbersAreTakenForWhatTheyMayBe() {
        String odd =
                "<domain><name>a</name><memory unit='GiB'>999999999999999</memory><vcpu>many</vcpu>"
                        + "<devices><interface type='ethernet'><mac address='no'/></interface></devices>"
                        + "</domain>";
        var imported = imported(List.of(new LibvirtImport.Input("a.xml", odd)));
        assertThat(imported.conf()).contains("memory 512M", "lladdr \n");
        Set<String> about =
                imported.warnings().stream()
                        .map(each -> each.replaceFirst(".*has a ", ""))
                        .collect(Collectors.toSet());
        assertThat(about)
                .containsExactlyInAnyOrder(
                        "size that cannot be read", "MAC address that cannot be read");
    }
}
