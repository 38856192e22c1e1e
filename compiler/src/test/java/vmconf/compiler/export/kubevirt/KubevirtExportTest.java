package vmconf.compiler.export.kubevirt;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
import vmconf.compiler.export.ImageSizes;
import vmconf.compiler.export.Settings;
import vmconf.compiler.lower.PlanOf;
import vmconf.compiler.lower.RandomTree;
import vmconf.plan.ImagePaths;
import vmconf.plan.Plan;
import vmconf.plan.PlanException;
import vmconf.plan.PlanYaml;
import vmconf.testdata.Golden;

class KubevirtExportTest {
    private static final int GENERATED = 30;

    private static final Map<String, String> SCHEMAS =
            Map.of(
                    "VirtualMachine", "virtualmachine_v1.json",
                    "DataVolume", "datavolume_v1beta1.json",
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

    /// Of every second image.
    private static final ImageSizes SOME =
            path -> path.length() % 2 == 0 ? OptionalLong.of(path.length()) : OptionalLong.empty();

    private static String file(Export export, ImageSizes sizes, String name) {
        return export.files(new Settings("vm.conf", false, sizes)).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static List<JsonNode> manifests(Export export) {
        return manifests(export, ImageSizes.UNKNOWN);
    }

    private static List<JsonNode> manifests(Export export, ImageSizes sizes) {
        return documents(file(export, sizes, "machines.yaml"));
    }

    private static List<JsonNode> documents(String text) {
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
        List<JsonNode> all = new ArrayList<>(manifests(export));
        all.addAll(manifests(export, SOME));
        for (JsonNode each : all) {
            assertThat(invalid(each)).as(each.toString()).isEmpty();
            for (JsonNode template : each.at("/spec/dataVolumeTemplates")) {
                assertThat(invalid(dataVolume(template))).as(template.toString()).isEmpty();
            }
            if (each.path("kind").asString("").equals("VirtualMachine")) {
                assertThat(Admission.refusals(each)).as(each.toString()).isEmpty();
            }
        }
    }

    /// As the cluster makes it of a template.
    private static JsonNode dataVolume(JsonNode template) {
        ObjectNode volume = (ObjectNode) template.deepCopy();
        return volume.put("apiVersion", "cdi.kubevirt.io/v1beta1").put("kind", "DataVolume");
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
        String script = file(export, ImageSizes.UNKNOWN, "upload.sh");
        List<String> claims = new ArrayList<>();
        machine(export)
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
        "/spec/template/spec/volumes/1, name, '\"disk-0\"', disk names and volume names",
        "/spec/template/spec/domain/devices/disks/1, name, '\"disk-0\"', two disks of one name",
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

    @Test
    void imagesWhoseSizeIsKnownAreDataVolumesOfTheMachine() throws IOException {
        Export export = export(CONF);
        ImageSizes sizes =
                path ->
                        path.endsWith(".iso")
                                ? OptionalLong.empty()
                                : OptionalLong.of((1 << 20) + 1);
        JsonNode vm = manifests(export, sizes).getLast();
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
        assertThat(file(export, sizes, "upload.sh"))
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
        JsonNode template = dataVolume(vm.at("/spec/dataVolumeTemplates/0"));
        assertThat(invalid(template)).isEmpty();
        ((ObjectNode) template.at("/spec/storage/resources/requests")).put("storage", "2MiB");
        assertThat(invalid(template)).isNotEmpty();
    }

    /// The proposal is one once it is no comment any more.
    @Test
    void ownersWouldHaveTheirMachines() {
        String text = file(export(CONF), ImageSizes.UNKNOWN, "owners.yaml");
        assertThat(text.lines()).allMatch(each -> each.startsWith("# "));
        List<JsonNode> objects =
                documents(
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
        assertThat(export("vm \"a\" { disk \"/a\" format raw }\n").files(new Settings("f", false)))
                .map(each -> each.name())
                .containsExactly("machines.yaml", "upload.sh");
    }

    @Test
    void aScriptStartsTheMachinesInTheirOrder() throws IOException {
        Plan plan =
                plan(
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
        accepted(export);
        assertThat(manifests(export))
                .allMatch(each -> each.at("/spec/runStrategy").asString().equals("Halted"));
        Process script =
                new ProcessBuilder(
                                "env",
                                "KUBECTL=echo",
                                "sh",
                                "-c",
                                file(export, ImageSizes.UNKNOWN, "start.sh"))
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
        String yaml = PlanYaml.toYaml(plan(CONF).withoutProvenance());
        Plan small = PlanYaml.read(yaml.replaceFirst("memory: [0-9]+", "memory: 1000"));
        assertThat(Export.of(new KubevirtExporter(), small).losses(false))
                .filteredOn(each -> each.isRefusal())
                .map(each -> each.outcome().value().pointer())
                .containsExactly("/vms/0/memory");
    }
}
