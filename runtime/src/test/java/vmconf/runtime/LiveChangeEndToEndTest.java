package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Plan;
import vmconf.plan.PlanYaml;
import vmconf.plan.Vm;
import vmconf.runtime.vmctl.InProcess;

/// A real guest that is defined anew while it runs. `drift` asks QEMU and the kernel what is so.
@Tag("qemu")
@Timeout(300)
class LiveChangeEndToEndTest {
    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void qemu() {
        EndToEnd.assumeQemu();
    }

    @Test
    void anotherMediumIsInserted() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Vm vm = Samples.enabled(Samples.withDisc(hello(), image("first.iso").toString()));
        try (EndToEnd vmd = EndToEnd.start(folder, List.of(), plan(vm))) {
            Wait.until("hello greets", () -> vmd.console("hello").contains("hello from vmconf"));
            Path second = image("second.iso");
            reload(vmd, Samples.withDisc(vm, second.toString()));
            assertThat(vmctl(vmd, "drift").out()).isEqualTo("no differences\n");
            assertThat(vmctl(vmd, "show", "hello").out())
                    .contains("cdrom: " + second)
                    .doesNotContain("pending");
            Path missing = folder.resolve("none.iso");
            reload(vmd, Samples.withDisc(vm, missing.toString()));
            assertThat(vmctl(vmd, "show", "hello").out())
                    .contains("pending: cdrom: ", missing.toString());
            reload(vmd, Samples.withDisc(vm, second.toString()));
            assertThat(vmctl(vmd, "show", "hello").out()).doesNotContain("pending");
        }
    }

    @Test
    void interfacesMoveBetweenBridges() throws Exception {
        try (Namespace namespace = Namespace.make("live")) {
            assumeTrue(!namespace.prefix().isEmpty(), "taps need root");
            Vm vm = Samples.withLinks(hello(), Samples.onSwitch("uplink"));
            try (EndToEnd vmd = EndToEnd.start(folder, namespace.prefix(), on("bridge0", vm))) {
                vmd.run("ip", "link", "add", "name", "bridge0", "type", "bridge");
                vmd.run("ip", "link", "add", "name", "bridge1", "type", "bridge");
                assertThat(vmctl(vmd, "start", "hello").err()).contains("successfully");
                write(on("bridge1", vm));
                assertThat(vmctl(vmd, "reload", "--dry-run").out()).contains("live");
                assertThat(vmctl(vmd, "reload").status()).isZero();
                assertThat(vmctl(vmd, "drift").out()).isEqualTo("no differences\n");
                assertThat(vmd.run("ip", "link", "show", "tap0").out()).contains("master bridge1");
                write(on("bridge9", vm));
                assertThat(vmctl(vmd, "reload").err())
                        .startsWith("vmctl: pending: hello: bridge \"bridge9\" of switch");
                assertThat(vmctl(vmd, "show", "hello").out())
                        .contains(
                                "pending: bridge \"bridge9\" of switch \"uplink\" does not exist");
                assertThat(vmd.run("ip", "link", "show", "tap0").out()).contains("master bridge1");
            }
        }
    }

    private void reload(EndToEnd vmd, Vm vm) throws IOException {
        write(plan(vm));
        assertThat(vmctl(vmd, "reload").status()).isZero();
    }

    private void write(Plan plan) throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), PlanYaml.toYaml(plan));
    }

    private static InProcess.Ran vmctl(EndToEnd vmd, String... arguments) {
        return InProcess.vmctl(vmd.socket(), "", arguments);
    }

    private Path image(String name) throws IOException {
        Path image = folder.resolve(name);
        Files.copy(EndToEnd.guests().resolve("hello/hello.img"), image);
        Files.setPosixFilePermissions(image, PosixFilePermissions.fromString("rw-rw-rw-"));
        return image;
    }

    private static Plan plan(Vm vm) {
        return Samples.plan(List.of(), vm);
    }

    private static Plan on(String bridge, Vm vm) {
        return Samples.plan(List.of(Samples.bridge("uplink", bridge)), vm);
    }

    private Vm hello() throws IOException {
        Vm vm = Samples.withMemory(Samples.vm(1, "hello"), 64 << 20);
        return Samples.withDisks(vm, image("hello.img").toString());
    }
}
