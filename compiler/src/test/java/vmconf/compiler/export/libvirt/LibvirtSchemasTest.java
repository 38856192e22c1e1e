package vmconf.compiler.export.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import vmconf.testdata.Golden;

/// What is written is valid by libvirt's own schemas, and its own parser takes it.
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class LibvirtSchemasTest {
    private static final int GENERATED = 30;

    @TempDir private Path folder;

    @BeforeAll
    static void libvirtIsThere() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/virt-xml-validate"))
                        && Files.isExecutable(Path.of("/usr/bin/xmllint"))
                        && Files.isExecutable(Path.of("/usr/bin/virsh")),
                "skipped, libvirt's tools are not installed (libvirt-clients, libxml2-utils)");
    }

    /// The files of a kind, each in a folder of its plan.
    private List<String> written(List<Plan> plans, String kind) throws IOException {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            Path place = Files.createDirectories(folder.resolve(kind + i));
            Export export = Export.of(new LibvirtExporter(), plans.get(i));
            for (Artifact each : export.files(new Settings("vm.conf", i % 2 == 0))) {
                Path file = Files.writeString(place.resolve(each.name()), each.text());
                if (each.name().startsWith(kind)) {
                    written.add(file.toString());
                }
            }
        }
        return written;
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(said)).doesNotContain("error: ");
        return Files.readString(said);
    }

    private void validate(String schema, List<String> files) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/xmllint", "--noout", "--relaxng"));
        command.add("/usr/share/libvirt/schemas/" + schema + ".rng");
        command.addAll(files);
        assertThat(run(command).lines().filter(each -> each.endsWith(" validates")))
                .hasSameSizeAs(files);
    }

    @Test
    void everyExampleIsValid() throws Exception {
        List<Plan> plans = ExamplePlans.all();
        assertThat(plans).hasSizeGreaterThan(9);
        for (String kind : List.of("domain", "network")) {
            List<String> files = written(plans, kind);
            assertThat(files).isNotEmpty();
            validate(kind, files);
            run(List.of("/usr/bin/virt-xml-validate", files.getFirst(), kind));
        }
    }

    @Test
    void whatIsGeneratedIsValid() throws Exception {
        List<Plan> plans =
                RandomTree.texts()
                        .sampleStream()
                        .limit(GENERATED)
                        .map(ExamplePlans::inSrv)
                        .toList();
        validate("domain", written(plans, "domain"));
        validate("network", written(plans, "network"));
    }

    /// The schemas pass what the parser refuses, such as two disks in one place.
    @Test
    void libvirtsParserTakesEveryExample() throws Exception {
        StringBuilder commands = new StringBuilder();
        for (String file : written(ExamplePlans.all(), "network")) {
            commands.append("net-define --validate ").append(file).append("; ");
            commands.append("net-undefine ").append(name(file)).append("; ");
        }
        for (String file : written(ExamplePlans.all(), "domain")) {
            commands.append("define --validate ").append(file).append("; ");
            commands.append("undefine ").append(name(file)).append("; ");
        }
        run(List.of("/usr/bin/virsh", "-c", "test:///default", commands.toString()));
    }

    private static String name(String file) {
        String name = Path.of(file).getFileName().toString();
        return name.substring(name.indexOf('-') + 1, name.length() - ".xml".length());
    }

    /// libvirt writes what it has been given in its own way, with much that it adds.
    @Test
    void whatLibvirtMakesOfItReadsBack() throws Exception {
        Plan plan =
                ExamplePlans.inSrv(
                        Files.readString(
                                Golden.root().resolve("testdata/corpus/export/office.conf")));
        List<LibvirtImport.Input> given = new ArrayList<>();
        List<LibvirtImport.Input> normalised = new ArrayList<>();
        for (String kind : List.of("network", "domain")) {
            for (String file : written(List.of(plan), kind)) {
                String net = kind.equals("network") ? "net-" : "";
                String dumped =
                        run(
                                List.of(
                                        "/usr/bin/virsh",
                                        "--quiet",
                                        "-c",
                                        "test:///default",
                                        "%1$sdefine %2$s; %1$sdumpxml %3$s"
                                                .formatted(net, file, name(file))));
                String xml = dumped.substring(dumped.indexOf('<'));
                normalised.add(new LibvirtImport.Input(file, xml));
                given.add(new LibvirtImport.Input(file, Files.readString(Path.of(file))));
            }
        }
        var again = (LibvirtImport.Answer.Imported) LibvirtImport.of(normalised);
        assertThat(again.conf()).contains("vm \"installer\" {", "switch \"dmz & more\" {");
        assertThat(again).isEqualTo(LibvirtImport.of(given));
    }

    @Test
    void theScriptsAreSound() throws Exception {
        for (Plan each : ExamplePlans.all()) {
            for (Artifact file :
                    Export.of(new LibvirtExporter(), each).files(new Settings("vm.conf", false))) {
                if (file.name().endsWith(".sh")) {
                    Path script = Files.writeString(folder.resolve(file.name()), file.text());
                    run(List.of("/bin/sh", "-n", script.toString()));
                }
            }
        }
    }
}
