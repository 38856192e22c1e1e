package vmconf.compiler.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmconf.compiler.export.libvirt.LibvirtExporter;
import vmconf.plan.Plan;
import vmconf.plan.PlanException;
import vmconf.plan.PlanYaml;

class ExportTest {
    private static final String CONF =
            """
            switch "uplink" { interface bridge0 }
            vm "web" {
            	disk "/web.img" format raw
            	local interface
            	interface { switch "uplink" lladdr fe:e1:ba:00:00:01 }
            }
            vm "db" { disk "/db.img" format raw }
            """;

    /// A plan may be a file, in which somebody has written anything.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: web | name: ../../etc/passwd | /vms/0/name",
                "name: web | name: 'a; reboot' | /vms/0/name",
                "name: web | name: '' | /vms/0/name",
                "name: web | name: db | /vms/1/name",
                "lladdr: fe:e1:ba:00:00:01 | lladdr: none | /vms/0/interfaces/1/lladdr",
                "prefix: 100.64.0.0/10 | prefix: everywhere | /local/prefix",
                "prefix: 100.64.0.0/10 | prefix: 100.64.0.0/33 | /local/prefix",
                "guest: 100.64.1.3 | guest: 100.64.1.300 | /vms/0/interfaces/0/local/guest",
                "interface: bridge0 | interface: '$(reboot)' | /switches/0/interface",
                "cpus: 1 | cpus: 0 | /vms/0/cpus",
                "memory: 536870912 | memory: -1 | /vms/0/memory",
            })
    void whatNoFileGivesIsRefusedAndNothingElseIsSaid(String sound, String not, String pointer)
            throws PlanException {
        String yaml = PlanYaml.toYaml(ExamplePlans.of(CONF).withoutProvenance());
        assertThat(yaml).contains(sound);
        Export export = Export.of(new LibvirtExporter(), PlanYaml.read(yaml.replace(sound, not)));
        assertThat(export.isRefused()).isTrue();
        assertThat(export.losses(false))
                .filteredOn(Loss::isRefusal)
                .map(each -> each.outcome().value().pointer())
                .contains(pointer);
        assertThatThrownBy(() -> export.files(new Settings("vm.conf", false)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyValueHasAFateAndOnlyWhatIsAskedForIsTold() {
        Export export = Export.of(new LibvirtExporter(), ExamplePlans.of(CONF));
        assertThat(export.isRefused()).isFalse();
        assertThat(export.outcomes()).hasSizeGreaterThan(50);
        assertThat(export.losses(true)).hasSize(1);
        Loss local = export.losses(true).getFirst();
        assertThat(local.outcome().value().key()).isEqualTo("interfaces/0/local/host");
        assertThat(local.more()).isEqualTo(5);
    }

    @Test
    void oneLineIsToldOnceForAllWhoTakeItOver() {
        String conf =
                """
                switch "lan" {
                	interface bridge0
                	rdomain 4
                }
                vm "a" {
                	disk "/a" format raw
                	interface { switch "lan" }
                }
                vm "b" {
                	disk "/b" format raw
                	interface { switch "lan" }
                }
                """;
        assertThat(Export.of(new LibvirtExporter(), ExamplePlans.of(conf)).losses(false))
                .singleElement()
                .satisfies(each -> assertThat(each.more()).isEqualTo(1));
    }

    @Test
    void aRowIsAboutAKeyAndPerhapsAValue() {
        Plan plan = ExamplePlans.of(CONF);
        assertThat(Places.comment(plan, "/vms/0/disks/0/path")).isEqualTo(", vm.conf:3");
        assertThat(Places.comment(plan, "/vms/1/memory")).isEqualTo(", vm.conf:7");
        assertThat(Places.comment(plan.withoutProvenance(), "/vms/1/memory")).isEmpty();
    }
}
