package vmconf.compiler.export.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.ExamplePlans;
import vmconf.compiler.export.Export;
import vmconf.compiler.export.Settings;
import vmconf.compiler.lower.RandomTree;
import vmconf.plan.Plan;

/// Pacemaker's own tools take what is written, and its scheduler does with it what is meant. No
/// cluster runs: its configuration is in a file.
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ClusterToolsTest {
    private static final int GENERATED = 30;

    /// Two nodes with 3 GiB for machines each, that can fence.
    private static final String CLUSTER =
            """
            <cib crm_feature_set="3.16.1" validate-with="pacemaker-3.0" admin_epoch="0" epoch="5" num_updates="0"
                have-quorum="1" dc-uuid="1">
              <configuration>
                <crm_config/>
                <nodes>
                  <node id="1" uname="kvm1">
                    <utilization id="u1"><nvpair id="m1" name="host_memory" value="3072"/></utilization>
                  </node>
                  <node id="2" uname="kvm2">
                    <utilization id="u2"><nvpair id="m2" name="host_memory" value="3072"/></utilization>
                  </node>
                </nodes>
                <resources>
                  <primitive id="power" class="stonith" type="fence_legacy"/>
                  <primitive id="vm-yours" class="ocf" provider="heartbeat" type="Dummy"/>
                </resources>
                <constraints/>
              </configuration>
              <status>
                <node_state id="1" uname="kvm1" in_ccm="true" crmd="online" join="member" expected="member"/>
                <node_state id="2" uname="kvm2" in_ccm="true" crmd="online" join="member" expected="member"/>
              </status>
            </cib>
            """;

    @TempDir private Path folder;

    @BeforeAll
    static void pacemakersToolsAreThere() {
        for (String each : List.of("cibadmin", "crm_verify", "crm_simulate", "crm_attribute")) {
            assumeTrue(
                    Files.isExecutable(Path.of("/usr/sbin").resolve(each)),
                    "skipped, Pacemaker's tools are not installed (pacemaker-cli-utils)");
        }
    }

    private void write(Plan plan, Storage storage) throws IOException {
        Export export = Export.of(new PacemakerExporter(storage), plan);
        for (Artifact each : export.files(new Settings("it's a vm.conf", false))) {
            Files.writeString(folder.resolve(each.name()), each.text());
        }
    }

    private Path cluster() throws IOException {
        return Files.writeString(folder.resolve("cluster.xml"), CLUSTER);
    }

    private record Said(int status, String text) {}

    private Said run(Path cluster, String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        builder.environment().put("CIB_file", cluster.toString());
        int status = builder.start().waitFor();
        return new Said(status, Files.readString(said));
    }

    private String apply(Path cluster, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "apply.sh"));
        command.addAll(List.of(options));
        Said said = run(cluster, command.toArray(String[]::new));
        assertThat(said.status()).as(said.text()).isZero();
        return said.text();
    }

    /// What the scheduler would make of what is in the file.
    private String simulate(Path cluster, String... options) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("crm_simulate", "-S", "-x", cluster.toString()));
        command.addAll(List.of(options));
        return run(cluster, command.toArray(String[]::new)).text();
    }

    private static String revised(String simulated) {
        return simulated.substring(simulated.indexOf("Revised Cluster Status"));
    }

    @Test
    void everyExampleIsTakenAndSettles() throws Exception {
        List<Plan> plans = ExamplePlans.all();
        assertThat(plans).hasSizeGreaterThan(9);
        for (Plan each : plans) {
            write(each, Storage.UNKNOWN);
            Path cluster = cluster();
            assertThat(apply(cluster)).isEmpty();
            String simulated = revised(simulate(cluster));
            for (var vm : each.vms()) {
                boolean fits = vm.memory() <= 3L << 30;
                assertThat(simulated)
                        .containsPattern(
                                "vm-"
                                        + vm.name()
                                        + "\t\\(ocf:heartbeat:VirtualDomain\\):\t "
                                        + (vm.enabled() && fits ? "St" : "Stopped"));
            }
        }
    }

    @Test
    void whatIsGeneratedIsTaken() throws Exception {
        for (String each : RandomTree.texts().sampleStream().limit(GENERATED).toList()) {
            Plan plan = ExamplePlans.inSrv(each);
            if (!Export.of(new PacemakerExporter(Storage.UNKNOWN), plan).isRefused()) {
                write(plan, new Storage(List.of("/srv"), Optional.of("kvm2")));
                assertThat(apply(cluster())).isEmpty();
            }
        }
    }

    private static final String THREE =
            """
            staggered start parallel 2 delay 7
            vm "small" {
            	memory 512M
            	disk "/shared/small" format raw
            }
            vm "middle" {
            	memory 1G
            	disk "/shared/middle" format raw
            }
            vm "large" {
            	memory 2560M
            	disk "/shared/large" format raw
            }
            vm "spare" {
            	disable
            	disk "/shared/spare" format raw
            }
            """;

    @Test
    void memoryDecidesThePlaceAndWavesTheOrder() throws Exception {
        write(ExamplePlans.inSrv(THREE), new Storage(List.of("/shared"), Optional.empty()));
        Path cluster = cluster();
        String dry = apply(cluster, "-n");
        assertThat(Files.readString(cluster)).isEqualTo(CLUSTER);
        assertThat(dry)
                .containsSubsequence(
                        "vm-small        start on ",
                        "vm.delay-1      start on ",
                        "vm-large        start on ");
        apply(cluster);
        String settled = revised(simulate(cluster));
        assertThat(settled).containsPattern("vm-spare.*Stopped");
        String large = node("large", settled);
        assertThat(large).isNotEqualTo(node("middle", settled));
        assertThat(List.of("kvm1", "kvm2")).contains(large, node("small", settled));
        assertThat(revised(simulate(cluster, "--node-down", "kvm2")))
                .containsPattern("vm-(small|middle|large).*Started kvm1")
                .containsPattern("vm-(small|middle|large).*Stopped");
    }

    private static String node(String machine, String settled) {
        return settled.replaceAll("(?s).*vm-" + machine + "\\s[^\\n]*Started (kvm[12]).*", "$1");
    }

    @Test
    void aMachineWhoseImagesAreOnOneNodeIsOnNoOther() throws Exception {
        write(ExamplePlans.inSrv(THREE), new Storage(List.of("/elsewhere"), Optional.of("kvm2")));
        Path cluster = cluster();
        apply(cluster);
        assertThat(revised(simulate(cluster, "--node-down", "kvm2")))
                .doesNotContainPattern("VirtualDomain.*Started kvm1");
        String settled = revised(simulate(cluster));
        assertThat(settled).doesNotContainPattern("VirtualDomain.*Started kvm1");
        assertThat(node("small", settled)).isEqualTo("kvm2");
        write(ExamplePlans.inSrv(THREE), new Storage(List.of("/shared"), Optional.of("kvm2")));
        apply(cluster);
        assertThat(Files.readString(cluster)).doesNotContain("rsc_location");
    }

    @Test
    void appliedAgainItIsTheSameAndWhatIsGoneIsNamed() throws Exception {
        write(ExamplePlans.inSrv(THREE), Storage.UNKNOWN);
        Path cluster = cluster();
        apply(cluster);
        String once = Files.readString(cluster);
        assertThat(apply(cluster)).isEmpty();
        assertThat(Files.readString(cluster)).isEqualTo(once);
        assertThat(once).contains("id=\"power\"", "fence_legacy");
        write(
                ExamplePlans.inSrv("vm \"middle\" {\n\tdisk \"/a\" format raw\n}\n"),
                Storage.UNKNOWN);
        assertThat(apply(cluster))
                .contains(
                        "apply: small is in the cluster, and not in it's a vm.conf; to remove it: ")
                .contains(
                        "cibadmin --delete --scope resources --xml-text '<primitive id=\"vm-large\"/>'")
                .doesNotContain("apply: middle", "apply: yours");
        assertThat(Files.readString(cluster)).doesNotContain("rsc_order", "Delay");
    }

    @Test
    void withoutFencingNothingIsChanged() throws Exception {
        write(ExamplePlans.inSrv(THREE), Storage.UNKNOWN);
        String unfenced =
                CLUSTER.replace(
                        "<primitive id=\"power\" class=\"stonith\" type=\"fence_legacy\"/>", "");
        Path cluster = Files.writeString(folder.resolve("cluster.xml"), unfenced);
        Said refused = run(cluster, "sh", "apply.sh");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.text())
                .contains("apply: nothing is changed\napply: without a fence device ");
        assertThat(Files.readString(cluster)).isEqualTo(unfenced);
        assertThat(run(cluster, "sh", "apply.sh", "--force"))
                .isEqualTo(new Said(2, "usage: apply.sh [-n]\n"));
        String off =
                """
                <crm_config><cluster_property_set id="other">
                <nvpair id="off" name="stonith-enabled" value="false"/></cluster_property_set></crm_config>
                """;
        Files.writeString(cluster, unfenced.replace("<crm_config/>", off));
        assertThat(apply(cluster)).contains("apply: warning: this cluster does not fence");
        assertThat(Files.readString(cluster)).contains("id=\"off\"");
    }

    @Test
    void theScriptsAreSound() throws Exception {
        for (Plan each : ExamplePlans.all()) {
            write(each, new Storage(List.of("/srv"), Optional.of("kvm2")));
            for (String script : List.of("preflight", "node", "apply", "networks")) {
                assertThat(run(folder, "sh", "-n", script + ".sh")).isEqualTo(new Said(0, ""));
            }
        }
    }
}
