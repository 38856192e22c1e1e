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
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vmconf.compiler.export.Export;
import vmconf.compiler.export.ImageSizes;
import vmconf.testdata.Golden;

/// What a cluster would say to what is written for it.
final class Cluster {
    private static final Map<String, String> SCHEMAS =
            Map.of(
                    "VirtualMachine", "virtualmachine_v1.json",
                    "DataVolume", "datavolume_v1beta1.json",
                    "NetworkAttachmentDefinition", "networkattachmentdefinition_v1.json");

    /// Of every second image.
    private static final ImageSizes SOME =
            path -> path.length() % 2 == 0 ? OptionalLong.of(path.length()) : OptionalLong.empty();

    private Cluster() {}

    /// The schemas are those of the cluster's own resources. They are no part of this project.
    private static Path schemas() {
        Path beside = Golden.root().resolve("../shared/schemas");
        Path folder = Path.of(System.getProperty("vmconf.schemas", beside.toString()));
        assumeTrue(
                Files.isDirectory(folder.resolve("kubevirt")),
                "skipped, there are no schemas of KubeVirt in " + folder.normalize());
        return folder.resolve("kubevirt");
    }

    /// What a resource has against its schema.
    static List<String> invalid(JsonNode manifest) throws IOException {
        Path file = schemas().resolve(SCHEMAS.get(manifest.path("kind").asString("")));
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(Files.readString(file), InputFormat.JSON);
        return schema.validate(manifest.toString(), InputFormat.JSON).stream()
                .map(each -> each.toString())
                .toList();
    }

    /// By the schemas and by the rules of webhooks.
    static void accepted(Export export) throws IOException {
        List<JsonNode> all = new ArrayList<>(Exported.manifests(export));
        all.addAll(Exported.manifests(export, SOME));
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
    static JsonNode dataVolume(JsonNode template) {
        ObjectNode volume = (ObjectNode) template.deepCopy();
        return volume.put("apiVersion", "cdi.kubevirt.io/v1beta1").put("kind", "DataVolume");
    }
}
