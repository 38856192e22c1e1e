package vmconf.compiler.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewriteTest {
    @TempDir private Path folder;

    @Test
    void permissionsAndLinksStay() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        write(link.toString(), Optional.of("old".getBytes(UTF_8)), "new");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertNothingLeft(2);
    }

    @Test
    void aFileThatChangedMeanwhileIsLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "newer");
        assertThatThrownBy(() -> write(file.toString(), Optional.of("old".getBytes(UTF_8)), "new"))
                .hasMessageEndingWith("it has changed meanwhile");
        assertThat(file).hasContent("newer");
        assertNothingLeft(1);
    }

    @Test
    void allFilesOrNone() throws Exception {
        Path a = Files.writeString(folder.resolve("a"), "old");
        try (Rewrite rewrite = new Rewrite()) {
            rewrite.add(a.toString(), Optional.of("old".getBytes(UTF_8)), "new".getBytes(UTF_8));
            assertThatThrownBy(
                            () ->
                                    rewrite.add(
                                            folder.resolve("none/b").toString(),
                                            Optional.empty(),
                                            "new".getBytes(UTF_8)))
                    .hasMessageEndingWith("no such file or folder");
        }
        assertThat(a).hasContent("old");
        assertNothingLeft(1);
    }

    @Test
    void aNewFileCanBeReadByOthers() throws Exception {
        write(folder.resolve("a").toString(), Optional.empty(), "new");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("a"))))
                .isEqualTo("rw-r--r--");
    }

    private static void write(String name, Optional<byte[]> before, String after)
            throws Rewrite.RewriteException {
        try (Rewrite rewrite = new Rewrite()) {
            rewrite.add(name, before, after.getBytes(UTF_8));
            rewrite.commit();
        }
    }

    private void assertNothingLeft(int files) throws IOException {
        try (var list = Files.list(folder)) {
            assertThat(list).hasSize(files);
        }
    }
}
