package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.Places;
import vmconf.runtime.protocol.FindingView;

class UnattendedTest {
    @TempDir Path folder = Path.of("");

    @Test
    void aMissingFileIsAFinding() {
        assertThat(examine("none.conf"))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.verdict()).isEqualTo("error");
                            assertThat(finding.text())
                                    .contains("failed to open " + folder.resolve("none.conf"));
                        });
    }

    @Test
    void aVmWithoutItsImageWouldNotStart() throws IOException {
        Path image = folder.resolve("gone.img");
        Files.writeString(
                folder.resolve("vm.conf"),
                "vm \"web\" {\n disk \"%s\"\n memory 64M\n}\n".formatted(image));
        assertThat(examine("vm.conf", "web", "mail"))
                .filteredOn(finding -> finding.verdict().equals("error"))
                .extracting(FindingView::text)
                .contains("no such vm: mail")
                .anyMatch(text -> text.contains(image + ": No such file or directory"));
    }

    private List<FindingView> examine(String file, String... names) {
        Places places =
                Places.find(
                        Map.of(),
                        Accounts.isRoot(),
                        Optional.of(folder.resolve("vmd.sock").toString()),
                        Optional.of(folder.toString()));
        Optional<String> path = Optional.of(folder.resolve(file).toString());
        return new Unattended().examine(places, path, List.of(names)).findings();
    }
}
