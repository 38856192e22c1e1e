package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Folders in the place of files.
class CheckFolderTest {
    @TempDir private Path folder;

    @Test
    void aFolderStandsForWhatNothingElseInItIncludes() throws IOException {
        Path part = write("parts/web.conf", "vm \"web\" {\n  disk $image\n}\n");
        write("alpha.conf", "image = \"/a.img\"\ninclude \"" + part + "\"\n");
        Path beta = write("hosts/beta.conf", "vm \"b\" {\n  disk \"/b.img\"\n  memory 12X\n}\n");
        write("notes.txt", "no vm.conf");
        Ran ran = Ran.check(folder);
        assertThat(ran.status()).isEqualTo(Command.ERRORS);
        assertThat(ran.out()).startsWith(beta + ":3:10: error: ").endsWith("1 error in 2 files\n");
    }

    @Test
    void aCircleHasAFirstFile() throws IOException {
        Path a = folder.resolve("a.conf");
        Path b = write("b.conf", "include \"" + a + "\"\n");
        write("a.conf", "include \"" + b + "\"\n");
        assertThat(Ran.check(folder).out()).contains("[VM104]").endsWith("in 1 file\n");
        Ran none = Ran.check(Files.createDirectory(folder.resolve("empty")));
        assertThat(none.status()).isEqualTo(Command.TROUBLE);
        assertThat(none.err()).contains("no file named *.conf below " + folder + "/empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compile", "summary", "graph"})
    void othersTakeNoFolder(String command) {
        Ran ran = Ran.vmconf("", command, folder.toString());
        assertThat(ran.status()).isEqualTo(Command.TROUBLE);
        assertThat(ran.err()).contains("is a folder");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
