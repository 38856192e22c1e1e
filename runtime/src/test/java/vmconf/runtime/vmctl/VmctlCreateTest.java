package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vmconf.runtime.vmctl.PlayedDaemon.bad;
import static vmconf.runtime.vmctl.PlayedDaemon.ok;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.runtime.vmctl.PlayedDaemon.Run;
import vmconf.testdata.PublishedSchema;

/// Disk images by the real qemu-img; no daemon is there.
@Tag("qemu")
@Timeout(60)
class VmctlCreateTest {
    private static final String RAW_MADE = "vmctl: raw imagefile created\n";
    private static final String QCOW2_MADE = "vmctl: qcow2 imagefile created\n";
    private static final String USAGE =
            "usage:\tvmctl [-v] create [-b base | -i disk] [-s size] disk\n";
    private static final String FAILED = "vmctl: create imagefile operation failed: ";

    @TempDir Path folder = Path.of("");

    @BeforeEach
    void tool() {
        assumeTrue(
                QemuImg.on(System.getenv("PATH")).program().isPresent(),
                "qemu-img is not installed");
    }

    @Test
    void optionsMayStandOnBothSides() throws IOException {
        assertThat(create("-s", "40G", at("disk.img"))).isEqualTo(ok(RAW_MADE));
        assertThat(create(at("other.img"), "-s", "40G")).isEqualTo(ok(RAW_MADE));
        assertThat(Files.size(folder.resolve("disk.img"))).isEqualTo(40L << 30);
        assertThat(Files.getPosixFilePermissions(folder.resolve("other.img")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void nameOrPrefixSaysTheFormat() throws Exception {
        assertThat(create("-s", "4M", at("a.QCOW2"))).isEqualTo(ok(QCOW2_MADE));
        assertThat(create("-s", "4M", "qcow2:" + at("b.img"))).isEqualTo(ok(QCOW2_MADE));
        assertThat(create("-s", "4M", "raw:" + at("c.qcow2"))).isEqualTo(ok(RAW_MADE));
        assertThat(info("a.QCOW2")).contains("4 MiB", "cluster_size: 65536", "compat: 1.1");
        assertThat(info("b.img")).contains("refcount bits: 16");
        assertThat(folder.resolve("c.qcow2")).hasSize(4 << 20);
    }

    @Test
    void theAnswerCanBeJson() throws Exception {
        assertThat(create("--json", "-s", "4M", at("a.qcow2"))).isEqualTo(answered("a.qcow2"));
        assertThat(create("--json", "-b", "a.qcow2", at("b.qcow2"))).isEqualTo(answered("b.qcow2"));
        assertThat(create("--json", "-i", at("a.qcow2"), at("c.qcow2")))
                .isEqualTo(answered("c.qcow2"));
        assertThat(create("--json", "-s", "4M", at("a.qcow2")))
                .isEqualTo(bad(FAILED + "File exists\n"));
    }

    private Run answered(String name) {
        String text =
                """
                {
                  "image" : "%s",
                  "format" : "qcow2",
                  "size" : 4194304
                }
                """
                        .formatted(at(name));
        new PublishedSchema("docs/vmctl.schema.json").check(text);
        return new Run(0, text, "");
    }

    @Test
    void sizesAreThoseOfTheOriginal() {
        assertThat(create(at("disk.img")))
                .isEqualTo(
                        bad(
                                "could not create %s: missing size argument\n"
                                                .formatted(at("disk.img"))
                                        + USAGE));
        assertThat(create("-s", "512MB", at("disk.img")))
                .isEqualTo(bad("vmctl: invalid disk size: 512MB: Invalid argument\n"));
        assertThat(create("-s", "4K", at("disk.img")))
                .isEqualTo(bad("vmctl: disk size must be at least 1MB\n"));
        assertThat(create("-s", "1048577", at("disk.img")))
                .isEqualTo(ok("vmctl: disk size rounded to 1M\n" + RAW_MADE));
        assertThat(create("-s", "4M").err()).isEqualTo(USAGE);
        assertThat(create("-s", "4M", "a", "b").err()).isEqualTo(USAGE);
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        Files.writeString(folder.resolve("disk.img"), "precious");
        assertThat(create("-s", "4M", at("disk.img"))).isEqualTo(bad(FAILED + "File exists\n"));
        assertThat(create("-s", "4M", at("none/disk.img")))
                .isEqualTo(bad(FAILED + "No such file or directory\n"));
        assertThat(folder.resolve("disk.img")).hasContent("precious");
    }

    @Test
    void whatFailsLeavesNoFile() {
        assertThat(create("-s", "7E", at("disk.img")).err()).isEqualTo(FAILED + "File too large\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void baseGivesItsSizeAndItsNameAsWritten() throws Exception {
        create("-s", "8M", at("base.qcow2"));
        assertThat(create("-b", "base.qcow2", at("top.qcow2"))).isEqualTo(ok(QCOW2_MADE));
        assertThat(info("top.qcow2")).contains("backing file: base.qcow2 ", "8 MiB");
        assertThat(create("-b", at("base.qcow2"), "-s", "8M", at("top2.qcow2")))
                .isEqualTo(ok(QCOW2_MADE));
        assertThat(create("-b", "base.qcow2", "-s", "9M", at("top3.qcow2")))
                .isEqualTo(bad("vmctl: base size does not match requested size\n"));
        assertThat(create("-b", "base.qcow2", at("top3.img")))
                .isEqualTo(bad("vmctl: base images require qcow2 disk format\n"));
        assertThat(create("-b", "base.qcow2", "-i", "x", at("top3.qcow2")))
                .isEqualTo(bad("vmctl: conflicting -b and -i arguments\n"));
        assertThat(create("-b", "none.qcow2", at("top3.qcow2")).err())
                .isEqualTo(
                        "vmctl: failure to read base image header: %s: No such file or directory\n"
                                .formatted(at("none.qcow2")));
        Files.writeString(folder.resolve("text.qcow2"), "text");
        assertThat(create("-b", "qcow2:x", at("top3.qcow2")).err()).contains("./qcow2:x");
        assertThat(folder.resolve("top3.qcow2")).doesNotExist();
    }

    @Test
    void convertsBothWaysAndMayGrow() throws Exception {
        byte[] content = "content".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("in.img"), content);
        assertThat(create("-i", at("in.img"), at("out.qcow2")))
                .isEqualTo(ok("vmctl: destination size rounded to 2 megabytes\n" + QCOW2_MADE));
        assertThat(create("-i", at("out.qcow2"), "-s", "3M", at("back.img")))
                .isEqualTo(ok(RAW_MADE));
        byte[] back = Files.readAllBytes(folder.resolve("back.img"));
        assertThat(back).hasSize(3 << 20).startsWith(content);
        assertThat(create("-i", at("out.qcow2"), "-s", "1M", at("less.img")))
                .isEqualTo(bad("vmctl: size cannot be smaller than input disk size\n"));
        assertThat(create("-i", at("none.img"), at("less.img")))
                .isEqualTo(
                        bad(
                                "vmctl: failed to open source image file: No such file or directory\n"));
        assertThat(create("-i", at("in.img"), at("back.img")))
                .isEqualTo(
                        bad(
                                """
                                vmctl: destination size rounded to 2 megabytes
                                vmctl: failed to create destination image file: File exists
                                """));
        assertThat(create("-i", at("in.img"), at("in.img")).status()).isEqualTo(1);
        assertThat(folder.resolve("in.img")).hasBinaryContent(content);
        assertThat(folder.resolve("less.img")).doesNotExist();
    }

    @Test
    void missingToolIsNamed() {
        Run run =
                PlayedDaemon.run(
                        Map.of("PATH", folder.toString()), "", "create", "-s", "1M", at("d.img"));
        assertThat(run)
                .isEqualTo(bad("vmctl: qemu-img not found; install the package qemu-utils\n"));
        assertThat(folder).isEmptyDirectory();
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static Run create(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "create";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return PlayedDaemon.run(Map.of("PATH", System.getenv("PATH")), "", all);
    }

    private String info(String name) throws Exception {
        Process process = new ProcessBuilder("qemu-img", "info", at(name)).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
