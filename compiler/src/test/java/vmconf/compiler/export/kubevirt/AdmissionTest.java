package vmconf.compiler.export.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vmconf.compiler.export.ExamplePlans;
import vmconf.compiler.export.Export;
import vmconf.compiler.lower.RandomTree;

/// A cluster takes what is written, by the schemas of its resources and the rules of its webhooks.
class AdmissionTest {
    private static final int GENERATED = 30;

    @Test
    void everyExampleThatAClusterCanRunIsValid() throws IOException {
        int valid = 0;
        for (String folder : List.of("docs/examples", "examples/hello", "examples/site")) {
            for (Path conf : ExamplePlans.files(folder).toList()) {
                Export export = Exported.export(Files.readString(conf));
                if (conf.endsWith("several-interfaces.conf")) {
                    assertThat(export.isRefused()).isTrue();
                } else {
                    Cluster.accepted(export);
                    valid++;
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
                        .map(Exported::export)
                        .filter(each -> !each.isRefused())
                        .limit(GENERATED)
                        .toList();
        for (Export each : exports) {
            Cluster.accepted(each);
        }
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
        JsonNode vm = Exported.machine(Exported.export(Exported.CONF));
        assertThat(Cluster.invalid(vm)).isEmpty();
        ((ObjectNode) vm.at(place)).put(key, value);
        assertThat(Cluster.invalid(vm)).isNotEmpty();
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
        JsonNode vm = Exported.machine(Exported.export(Exported.CONF));
        assertThat(Admission.refusals(vm)).isEmpty();
        ((ObjectNode) vm.at(place)).set(key, new JsonMapper().readTree(value));
        assertThat(Admission.refusals(vm)).contains(why);
    }
}
