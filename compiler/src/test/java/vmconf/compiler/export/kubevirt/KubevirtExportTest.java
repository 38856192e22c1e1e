package vmconf.compiler.export.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vmconf.compiler.expand.Target;
import vmconf.compiler.export.Export;
import vmconf.compiler.export.Fate;
import vmconf.compiler.export.Settings;
import vmconf.compiler.lower.PlanOf;
import vmconf.compiler.lower.RandomTree;
import vmconf.plan.ImagePaths;
import vmconf.plan.Plan;
import vmconf.testdata.Golden;

class KubevirtExportTest {
    private static final int GENERATED = 30;

    private static final Map<String, String> SCHEMAS =
            Map.of(
                    "VirtualMachine", "virtualmachine_v1.json",
                    "NetworkAttachmentDefinition", "networkattachmentdefinition_v1.json");

    private static final String CONF =
            """
            switch "uplink" {
            	interface bridge0
            }
            vm "Web_1" {
            	memory 1G
            	owner joe:users
            	disk "/web.img" format raw
            	disk "/it's.qcow2" format qcow2
            	cdrom "/a.iso"
            	interface { switch "uplink" }
            	interface {
            		switch "uplink"
            		locked lladdr 10:20:30:40:50:60
            		down
            	}
            	local interface
            }
            """;

    private static Plan plan(String conf) {
        return ImagePaths.below("/srv", PlanOf.lenient(conf, Target.NATIVE));
    }

    private static Export export(String conf) {
        return Export.of(new KubevirtExporter(), plan(conf));
    }

    private static List<JsonNode> manifests(Export export) {
        String text = export.files(new Settings("vm.conf", false)).getFirst().text();
        try (var values = new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            return values.readAll();
        }
    }

    private static JsonNode machine(Export export) {
        return manifests(export).getLast();
    }

    /// The schemas are those of the cluster's own resources. They are no part of this project.
    private static Path schemas() {
        Path beside = Golden.root().resolve("../shared/schemas");
        Path folder = Path.of(System.getProperty("vmconf.schemas", beside.toString()));
        assumeTrue(
                Files.isDirectory(folder.resolve("kubevirt")),
                "skipped, there are no schemas of KubeVirt in " + folder.normalize());
        return folder.resolve("kubevirt");
    }

    private static List<String> invalid(JsonNode manifest) throws IOException {
        Path file = schemas().resolve(SCHEMAS.get(manifest.path("kind").asString("")));
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(Files.readString(file), InputFormat.JSON);
        return schema.validate(manifest.toString(), InputFormat.JSON).stream()
                .map(each -> each.toString())
                .toList();
    }

    private static void accepted(Export export) throws IOException {
        for (JsonNode each : manifests(export)) {
            assertThat(invalid(each)).as(each.toString()).isEmpty();
            if (each.path("kind").asString("").equals("VirtualMachine")) {
                assertThat(Admission.refusals(each)).as(each.toString()).isEmpty();
            }
        }
    }

    @Test
    void everyExampleThatAClusterCanRunIsValid() throws IOException {
        int valid = 0;
        for (String folder : List.of("docs/examples", "examples/hello", "examples/site")) {
            try (Stream<Path> files = Files.list(Golden.root().resolve(folder))) {
                for (Path conf : files.filter(f -> f.toString().endsWith(".conf")).toList()) {
                    Export export = export(Files.readString(conf));
                    if (conf.endsWith("several-interfaces.conf")) {
                        assertThat(export.isRefused()).isTrue();
                    } else {
                        accepted(export);
                        valid++;
                    }
                }
            }
        }
        assertThat(valid).isGreaterThan(7);
    }

    @Test
    void whatIsGeneratedIsValid() throws IOException {
        List<Export> exports =
                RandomTree.texts()
                        .sampleStream()
                        .map(KubevirtExportTest::export)
                        .filter(each -> !each.isRefused())
                        .limit(GENERATED)
                        .toList();
        for (Export each : exports) {
            accepted(each);
        }
    }

    @Test
    void aMachineIsWhatTheFileSays() {
        JsonNode vm = machine(export(CONF));
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
        List<JsonNode> all = manifests(export(CONF));
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
        Export export = export(CONF);
        String script = export.files(new Settings("vm.conf", false)).getLast().text();
        List<String> claims = new ArrayList<>();
        machine(export)
                .at("/spec/template/spec/volumes")
                .forEach(
                        each -> claims.add(each.at("/persistentVolumeClaim/claimName").asString()));
        assertThat(claims).containsExactly("web-1-disk-0", "web-1-disk-1", "web-1-cdrom");
        assertThat(script)
                .endsWith(
                        """
                        upload web-1-disk-0 '/web.img'
                        upload web-1-disk-1 '/it'\\''s.qcow2'
                        upload web-1-cdrom '/a.iso'
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
                "sev | /vms/0/sev | REFUSED",
            })
    void whatAClusterRefusesIsSaidAtItsPlace(String words, String pointer, Fate fate) {
        String conf =
                "vm \"a\" {\n\tdisk \"/a.img\" format raw\n\t%s\n}\n"
                        .formatted(words.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(export(conf).losses(false))
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
        assertThat(export(conf).losses(false))
                .filteredOn(each -> each.isRefusal())
                .map(each -> each.outcome().value().pointer())
                .containsExactly("/switches/0/name", "/vms/1/name");
    }

    /// The schemas and the webhooks' rules see mistakes, so that their silence means something.
    @ParameterizedTest
    @CsvSource({
        "/spec/template/spec/domain/devices/interfaces/0, macAdress, 10:20:30:40:50:61",
        "/spec/template/spec/domain/memory, guest, 512MiB",
        "/spec/template/spec/domain/cpu, cores, one",
        "/spec, runstrategy, Halted",
    })
    void schemasSeeMistakes(String place, String key, String value) throws IOException {
        JsonNode vm = machine(export(CONF));
        assertThat(invalid(vm)).isEmpty();
        ((ObjectNode) vm.at(place)).put(key, value);
        assertThat(invalid(vm)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/spec, runStrategy, '\"Sometimes\"', runStrategy",
        "/spec, running, true, running and runStrategy",
        "/spec/template/spec/domain, memory, '{}', no memory",
        "/spec/template/spec/domain/firmware, kernelArgs, '\"a\"', kernelArgs without kernel",
        "/spec/template/spec/volumes/0, name, '\"other\"', disk names and volume names",
        "/spec/template/spec/domain/devices/disks/2/cdrom, bus, '\"ide\"', bus of a cdrom",
        "/spec, dataVolumeTemplates, '[{\"metadata\":{\"name\":\"a\"}}]',"
                + " a dataVolumeTemplate that no volume uses",
        "/spec/template/spec/networks/0, name, '\"other\"', interface names and network names",
        "/spec/template/spec/networks/0, pod, '{}', more than one pod network",
        "/spec/template/spec/domain/devices/interfaces/0, macAddress, '\"zz\"', MAC address",
        "/spec/template/spec/domain/devices/interfaces/0, masquerade, '{}', masquerade on multus",
        "/spec/template/spec/domain/devices/interfaces/2, state, '\"down\"',"
                + " link state on masquerade",
        "/spec/template/spec/domain/devices/interfaces/2, macAddress, '\"02:00:00:00:00:00\"',"
                + " reserved MAC address",
        "/spec/template/spec/domain/devices/disks/1, bootOrder, 1, duplicate bootOrder",
        "/spec/template/spec/domain/devices/disks/1, bootOrder, 0, bootOrder below 1",
    })
    void webhookRulesSeeMistakes(String place, String key, String value, String why) {
        JsonNode vm = machine(export(CONF));
        assertThat(Admission.refusals(vm)).isEmpty();
        ((ObjectNode) vm.at(place)).set(key, new JsonMapper().readTree(value));
        assertThat(Admission.refusals(vm)).contains(why);
    }
}
