package vmconf.compiler.export.kubevirt;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vmconf.compiler.export.Export;
import vmconf.compiler.export.Fate;
import vmconf.compiler.export.ImageSizes;
import vmconf.compiler.export.Settings;
import vmconf.plan.Plan;
import vmconf.plan.PlanException;
import vmconf.plan.PlanYaml;

class KubevirtExportTest {
    @Test
    void aMachineIsWhatTheFileSays() {
        JsonNode vm = Exported.machine(Exported.export(Exported.CONF));
        assertThat(vm.at("/metadata/name").asString()).isEqualTo("web-1");
        assertThat(vm.at("/metadata/annotations/vmconf~1name").asString()).isEqualTo("Web_1");
        assertThat(vm.at("/metadata/annotations/vmconf~1owner").asString()).isEqualTo("joe:users");
        JsonNode domain = vm.at("/spec/template/spec/domain");
        assertThat(domain.at("/memory/guest").asString()).isEqualTo("1024Mi");
        assertThat(domain.at("/devices/disks/2/bootOrder").intValue()).isEqualTo(3);
        assertThat(domain.at("/devices/interfaces/1/macAddress").asString())
                .isEqualTo("10:20:30:40:50:60");
        assertThat(domain.at("/devices/interfaces/1/state").asString()).isEqualTo("down");
        JsonNode networks = vm.at("/spec/template/spec/networks");
        assertThat(networks.at("/0/multus/networkName").asString()).isEqualTo("uplink");
        assertThat(networks.at("/1/multus/networkName").asString()).isEqualTo("uplink-locked");
        assertThat(networks.at("/2").has("pod")).isTrue();
        List<JsonNode> all = Exported.manifests(Exported.export(Exported.CONF));
        assertThat(all).hasSize(3);
        assertThat(new JsonMapper().readTree(all.get(1).at("/spec/config").asString()))
                .isEqualTo(
                        new JsonMapper()
                                .readTree(
                                        """
                                        {"cniVersion":"0.3.1","name":"uplink-locked","type":"bridge",
                                         "bridge":"bridge0","macspoofchk":true,"ipam":{}}
                                        """));
    }

    @Test
    void theImagesAreUploadedUnderTheNamesOfTheirClaims() {
        Export export = Exported.export(Exported.CONF);
        String script = Exported.file(export, ImageSizes.UNKNOWN, "upload.sh");
        List<String> claims = new ArrayList<>();
        Exported.machine(export)
                .at("/spec/template/spec/volumes")
                .forEach(
                        each -> claims.add(each.at("/persistentVolumeClaim/claimName").asString()));
        assertThat(claims).containsExactly("web-1-disk-0", "web-1-disk-1", "web-1-cdrom");
        assertThat(script)
                .endsWith(
                        """
                        upload web-1-disk-0 /web.img
                        upload web-1-disk-1 '/it'\\''s.qcow2'
                        upload web-1-cdrom /a.iso
                        """);
    }

    /// A cluster would refuse each; we say so at the line.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "local interface\\n\\tlocal interface | /vms/0/interfaces/1/local/host | REFUSED",
                "interface | /vms/0/interfaces/0/tap | REFUSED",
                "interface { switch \"gone\" } | /vms/0/interfaces/0/tap | REFUSED",
                "local interface { lladdr 02:00:00:00:00:00 } | /vms/0/interfaces/0/lladdr | REFUSED",
                "local interface { down } | /vms/0/interfaces/0/up | DROPPED",
                "boot \"/vmlinuz\" | /vms/0/boot/image | REFUSED",
                "interface { lladdr 01:00:00:00:00:01 } | /vms/0/interfaces/0/lladdr | REFUSED",
                "sev | /vms/0/sev | REFUSED",
            })
    void whatAClusterRefusesIsSaidAtItsPlace(String words, String pointer, Fate fate) {
        String conf =
                "vm \"a\" {\n\tdisk \"/a.img\" format raw\n\t%s\n}\n"
                        .formatted(words.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(Exported.export(conf).losses(false))
                .filteredOn(each -> each.outcome().value().pointer().equals(pointer))
                .singleElement()
                .satisfies(each -> assertThat(each.outcome().fate()).isEqualTo(fate));
    }

    @Test
    void namesThatBecomeOneAreRefused() {
        String conf =
                """
                switch "lan" {
                	interface bridge0
                }
                switch "lan-locked" {
                	interface bridge1
                }
                vm "web.1" { disk "/a.img" format raw }
                vm "Web_1" { disk "/b.img" format raw }
                """;
        assertThat(Exported.export(conf).losses(false))
                .filteredOn(each -> each.isRefusal())
                .map(each -> each.outcome().value().pointer())
                .containsExactly("/switches/0/name", "/vms/1/name");
    }

    @Test
    void imagesWhoseSizeIsKnownAreDataVolumesOfTheMachine() throws IOException {
        Export export = Exported.export(Exported.CONF);
        ImageSizes sizes =
                path ->
                        path.endsWith(".iso")
                                ? OptionalLong.empty()
                                : OptionalLong.of((1 << 20) + 1);
        JsonNode vm = Exported.manifests(export, sizes).getLast();
        assertThat(vm.at("/spec/dataVolumeTemplates").valueStream())
                .map(each -> each.at("/metadata/name").asString())
                .containsExactly("web-1-disk-0", "web-1-disk-1");
        assertThat(vm.at("/spec/dataVolumeTemplates/0/spec").toString())
                .isEqualTo(
                        "{\"source\":{\"upload\":{}},"
                                + "\"storage\":{\"resources\":{\"requests\":{\"storage\":\"2Mi\"}}}}");
        assertThat(vm.at("/spec/template/spec/volumes").toString())
                .contains("\"dataVolume\":{\"name\":\"web-1-disk-0\"}")
                .contains("\"persistentVolumeClaim\":{\"claimName\":\"web-1-cdrom\"}");
        assertThat(Exported.file(export, sizes, "upload.sh"))
                .endsWith(
                        """
                        fill web-1-disk-0 /web.img
                        fill web-1-disk-1 '/it'\\''s.qcow2'
                        upload web-1-cdrom /a.iso
                        """);
        assertThat(Admission.refusals(vm)).isEmpty();
        ((ObjectNode) vm.at("/spec/template/spec/volumes/0")).remove("dataVolume");
        assertThat(Admission.refusals(vm))
                .containsExactly("a dataVolumeTemplate that no volume uses");
        JsonNode template = Cluster.dataVolume(vm.at("/spec/dataVolumeTemplates/0"));
        assertThat(Cluster.invalid(template)).isEmpty();
        ((ObjectNode) template.at("/spec/storage/resources/requests")).put("storage", "2MiB");
        assertThat(Cluster.invalid(template)).isNotEmpty();
    }

    /// The proposal is one once it is no comment any more.
    @Test
    void ownersWouldHaveTheirMachines() {
        String text =
                Exported.file(Exported.export(Exported.CONF), ImageSizes.UNKNOWN, "owners.yaml");
        assertThat(text.lines()).allMatch(each -> each.startsWith("# "));
        List<JsonNode> objects =
                Exported.documents(
                        text.lines()
                                .skip(2)
                                .map(each -> each.substring(2) + "\n")
                                .collect(joining()));
        assertThat(objects)
                .map(each -> each.path("kind").asString())
                .containsExactly("Role", "RoleBinding");
        assertThat(objects.getFirst().path("rules").valueStream())
                .hasSize(3)
                .allMatch(each -> each.at("/resourceNames/0").asString().equals("web-1"));
        assertThat(objects.getLast().path("subjects").valueStream())
                .map(each -> each.path("kind").asString() + " " + each.path("name").asString())
                .containsExactly("User joe", "Group users");
        assertThat(
                        Exported.export("vm \"a\" { disk \"/a\" format raw }\n")
                                .files(new Settings("f", false)))
                .map(each -> each.name())
                .containsExactly("machines.yaml", "upload.sh");
    }

    @Test
    void aScriptStartsTheMachinesInTheirOrder() throws IOException {
        Plan plan =
                Exported.plan(
                        """
                        staggered start parallel 2 delay 1
                        vm "One" { disk "/a.img" format raw }
                        vm "off" {
                        	disk "/b.img" format raw
                        	disable
                        }
                        vm "two" { disk "/c.img" format raw }
                        vm "three" { disk "/d.img" format raw }
                        """);
        Export export = Export.of(new KubevirtExporter(true), plan);
        assertThat(export.losses(false))
                .noneMatch(each -> each.outcome().value().key().contains("start"));
        Cluster.accepted(export);
        assertThat(Exported.manifests(export))
                .allMatch(each -> each.at("/spec/runStrategy").asString().equals("Halted"));
        Process script =
                new ProcessBuilder(
                                "env",
                                "KUBECTL=echo",
                                "sh",
                                "-c",
                                Exported.file(export, ImageSizes.UNKNOWN, "start.sh"))
                        .redirectErrorStream(true)
                        .start();
        String out = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(out.lines())
                .map(each -> each.replaceAll(" --type.* virtualmachine", ""))
                .containsExactly("patch one", "patch two", "patch three");
        assertThat(out).contains("-p {\"spec\":{\"runStrategy\":\"RerunOnFailure\"}}");
    }

    @Test
    void aMachineWithoutAMebibyteIsRefused() throws PlanException {
        String yaml = PlanYaml.toYaml(Exported.plan(Exported.CONF).withoutProvenance());
        Plan small = PlanYaml.read(yaml.replaceFirst("memory: [0-9]+", "memory: 1000"));
        assertThat(Export.of(new KubevirtExporter(), small).losses(false))
                .filteredOn(each -> each.isRefusal())
                .map(each -> each.outcome().value().pointer())
                .containsExactly("/vms/0/memory");
    }
}
