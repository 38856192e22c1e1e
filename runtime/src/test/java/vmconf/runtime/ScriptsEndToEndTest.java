package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.Export;
import vmconf.compiler.export.Settings;
import vmconf.compiler.export.qemu.QemuExporter;
import vmconf.runtime.host.Accounts;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Golden;

/// Machines that exported scripts start and stop, without a daemon.
@Tag("qemu")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ScriptsEndToEndTest {
    private static final String CONF =
            """
            switch "lan" {
            	interface bridge0
            	group dmz
            }
            vm "web" {
            	memory 64M
            	disk "FOLDER/web.img" format raw
            	interface { switch "lan" locked lladdr fe:e1:ba:00:00:01 }
            	interface tap7 { locked lladdr fe:e1:ba:00:00:02 }
            	local interface
            }
            vm "off" {
            	disable
            	disk "FOLDER/off.img" format raw
            }
            """;

    @TempDir private Path folder;
    private Namespace namespace;

    private record Ran(int status, String out) {}

    @BeforeEach
    void export() throws IOException {
        assumeTrue(Accounts.isRoot(), "skipped, only root can make taps");
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/socat")),
                "skipped, /usr/bin/socat is missing (socat)");
        namespace = Namespace.make("scripts");
        Files.copy(
                Golden.root().resolve("testdata/guests/hello/hello.img"),
                folder.resolve("web.img"));
        var compilation =
                Compiler.compile(
                        SourceFile.of("vm.conf", CONF.replace("FOLDER", folder.toString())),
                        Sources.none(),
                        Options.forTarget(Target.NATIVE));
        Export export = Export.of(new QemuExporter(), compilation.plan().orElseThrow());
        for (Artifact each : export.files(new Settings("vm.conf", true))) {
            Files.writeString(folder.resolve(each.name()), each.text());
        }
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        if (namespace != null) {
            script("stop-web.sh", "0");
            namespace.close();
        }
    }

    private Ran script(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", folder.resolve(name).toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Ran run(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(namespace.prefix());
        command.addAll(words);
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("VMCONF_STATE", folder.resolve("state").toString());
        Process process = builder.redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(Files.readString(out)).isTrue();
        return new Ran(process.exitValue(), Files.readString(out));
    }

    private void bridge() throws IOException, InterruptedException {
        run(List.of("ip", "link", "add", "name", "bridge0", "type", "bridge"));
    }

    private String links() throws IOException, InterruptedException {
        return run(List.of("ip", "-brief", "link")).out();
    }

    private Path state(String name) {
        return folder.resolve("state/web").resolve(name);
    }

    private void guestSays(String words) throws IOException, InterruptedException {
        while (!Files.exists(state("console.log"))
                || !Files.readString(state("console.log")).contains(words)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void machinesRunWithoutADaemon() throws IOException, InterruptedException {
        bridge();
        assertThat(script("start.sh")).isEqualTo(new Ran(0, ""));
        guestSays("hello from vmconf: 64 MB memory");
        assertThat(links()).contains("vm1-if0", "tap7").doesNotContain("vm2");
        assertThat(run(List.of("bridge", "link")).out()).contains("vm1-if0", "master bridge0");
        assertThat(run(List.of("nft", "list", "ruleset")).out())
                .contains("\"vm1-if0\"", "ether saddr != fe:e1:ba:00:00:02 drop");
        assertThat(script("start-web.sh")).isEqualTo(new Ran(1, "web: runs already\n"));
        assertThat(links()).contains("vm1-if0", "tap7");

        assertThat(script("stop-web.sh")).isEqualTo(new Ran(0, ""));
        guestSays("power button");
        assertThat(links()).doesNotContain("vm1-if0", "tap7");
        assertThat(run(List.of("nft", "list", "ruleset")).out())
                .doesNotContain("vm1-if0", "ether saddr");
        assertThat(state("pid")).doesNotExist();
        assertThat(script("stop-web.sh")).isEqualTo(new Ran(0, ""));
    }

    /// A start that fails leaves nothing, and takes nothing that was there before.
    @Test
    void failureHalfWayLeavesNothing() throws IOException, InterruptedException {
        run(List.of("ip", "tuntap", "add", "dev", "tap7", "mode", "tap"));
        assertThat(script("start-web.sh").status()).as("no bridge").isNotZero();
        assertThat(links()).doesNotContain("vm1-if0").contains("tap7");
        bridge();
        assertThat(script("start-web.sh").status()).as("no tap7").isNotZero();
        assertThat(links()).doesNotContain("vm1-if0").contains("tap7");
        run(List.of("ip", "link", "del", "dev", "tap7"));
        Files.delete(folder.resolve("web.img"));
        Ran missing = script("start-web.sh");
        assertThat(missing.status()).isNotZero();
        assertThat(missing.out()).contains("web.img");
        assertThat(links()).doesNotContain("vm1-if0", "tap7");
    }
}
