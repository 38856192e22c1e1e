package vmconf.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.testdata.Golden;

/// What is shipped is known: each jar, its version, and a licence under which it may be.
class BillOfMaterialsIT {
    private static final Path TARGET = Golden.root().resolve("packaging/target");

    /// Licences that ask for no more than that their text goes along.
    private static final Set<String> FREE =
            Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "ISC", "MIT", "MIT-0");

    private static List<JsonNode> components() throws IOException {
        List<JsonNode> components = new ArrayList<>();
        new JsonMapper()
                .readTree(Files.readString(TARGET.resolve("bom.json")))
                .path("components")
                .forEach(components::add);
        return components;
    }

    @Test
    void everyJarIsInTheBill() throws IOException {
        Set<String> told = new TreeSet<>();
        for (JsonNode each : components()) {
            String classifier =
                    each.path("purl").asString("").contains("classifier=native") ? "-native" : "";
            told.add(
                    "%s-%s%s.jar"
                            .formatted(
                                    each.path("name").asString(""),
                                    each.path("version").asString(""),
                                    classifier));
        }
        try (Stream<Path> jars = Files.list(TARGET.resolve("vmconf/lib"))) {
            assertThat(
                            jars.map(each -> each.getFileName().toString())
                                    .filter(each -> each.endsWith(".jar")))
                    .allMatch(told::contains);
        }
    }

    @Test
    void everyLicenceAllowsIt() throws IOException {
        List<String> odd = new ArrayList<>();
        for (JsonNode each : components()) {
            List<String> licences = new ArrayList<>();
            for (JsonNode licence : each.path("licenses")) {
                JsonNode inner = licence.path("license");
                licences.add(
                        inner.path("id")
                                .asString(
                                        inner.path("name")
                                                .asString(
                                                        licence.path("expression").asString(""))));
            }
            boolean ours = each.path("group").asString("").equals("vmconf");
            if (!ours && licences.stream().noneMatch(FREE::contains)) {
                odd.add(each.path("purl").asString("") + " " + licences);
            }
        }
        assertThat(odd).isEmpty();
    }
}
