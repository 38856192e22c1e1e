package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String DOMAIN =
            """
            <domain>
              <name>web</name>
              <memory unit='MiB'>512</memory>
              <devices>
                <disk type='file' device='disk'>
                  <source file='/web.img'/>
                </disk>
                <video/>
              </devices>
            </domain>
            """;

    private static final String CONF =
            """
            # Imported from libvirt.

            vm "web" {
            	memory 512M
            	disk "/web.img" format raw
            }
            """;

    @TempDir private Path folder;

    @Test
    void whatCannotBeSaidIsListed() {
        assertThat(Ran.vmconf(DOMAIN, "import", "libvirt", "--stdin-name", "web.xml", "-"))
                .isEqualTo(
                        new Ran(
                                0,
                                CONF,
                                "web.xml:8:13: warning: device \"video\" is not imported: vm.conf"
                                        + " cannot say it\n"));
    }

    @Test
    void theFileIsWrittenAllAtOnceAndCompiles() throws IOException {
        Path xml = Files.writeString(folder.resolve("web.xml"), DOMAIN);
        String conf = folder.resolve("vm.conf").toString();
        assertThat(Ran.vmconf("", "import", "libvirt", "-o", conf, xml.toString()).status())
                .isZero();
        assertThat(Path.of(conf)).hasContent(CONF);
        assertThat(Ran.vmconf("", "check", conf).status()).isZero();
    }

    @Test
    void whatWouldNotCompileIsNotWritten() {
        Ran ran =
                Ran.vmconf(
                        DOMAIN.replace("<name>web", "<name>-web shop"), "import", "libvirt", "-");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("<imported>:3:4: error: ", "-web shop")
                .endsWith("vmconf import: nothing is written\n");
    }

    @Test
    void mistakesAreAnsweredWithAWayOut() {
        assertThat(Ran.vmconf("", "import", "web.xml").err())
                .startsWith("vmconf import: expected a source and its files: libvirt web.xml; ");
        assertThat(Ran.vmconf("", "import", "libvrt", "web.xml").err())
                .startsWith("vmconf import: unknown source \"libvrt\", expected libvirt");
        assertThat(Ran.vmconf("", "import", "libvirt", "gone.xml"))
                .isEqualTo(new Ran(2, "", "vmconf import: cannot read gone.xml: no such file\n"));
        assertThat(Ran.vmconf("vm \"a\" { }\n", "import", "libvirt", "-").err())
                .startsWith("<stdin>:1:1: error: it is no XML: ");
    }
}
