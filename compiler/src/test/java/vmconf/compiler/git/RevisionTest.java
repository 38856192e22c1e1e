package vmconf.compiler.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmconf.source.Sources;

/// Files of a revision, in a real repository.
class RevisionTest {
    @TempDir Path folder;

    @BeforeEach
    void commit() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("vm.conf"), "old\n");
        Files.writeString(folder.resolve("sub/part.conf"), "old part\n");
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "first");
        Files.writeString(folder.resolve("vm.conf"), "new\n");
        Files.delete(folder.resolve("sub/part.conf"));
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private String top(Path workingDirectory, String operand) {
        return text(Revision.of(operand, workingDirectory).orElseThrow().top(operand));
    }

    private static String text(Sources.Answer answer) {
        return switch (answer) {
            case Sources.Answer.Found(var file) -> file.name() + ": " + file.text();
            case Sources.Answer.Refused(var reason) -> "refused: " + reason;
        };
    }

    @Test
    void aFileIsReadAsItWasCommitted() {
        assertThat(top(folder, "HEAD:vm.conf")).isEqualTo("HEAD:vm.conf: old\n");
        assertThat(top(folder.resolve("sub"), "HEAD:vm.conf")).isEqualTo("HEAD:vm.conf: old\n");
        assertThat(top(folder.resolve("sub"), "HEAD:./part.conf"))
                .isEqualTo("HEAD:./part.conf: old part\n");
    }

    @Test
    void includesAreOfTheSameRevisionAndRelativeToTheWorkingDirectory() {
        Revision head = Revision.of("HEAD:vm.conf", folder).orElseThrow();
        assertThat(text(head.read("sub/part.conf"))).isEqualTo("HEAD:sub/part.conf: old part\n");
        String absolute = folder.resolve("sub/part.conf").toAbsolutePath().toString();
        assertThat(text(head.read(absolute))).isEqualTo("HEAD:" + absolute + ": old part\n");
        Revision below = Revision.of("HEAD:vm.conf", folder.resolve("sub")).orElseThrow();
        assertThat(text(below.read("part.conf"))).isEqualTo("HEAD:part.conf: old part\n");
    }

    @Test
    void whatLiesOutsideComesFromTheDisk() throws IOException {
        Path outside = Files.createTempFile("outside", ".conf");
        try {
            Files.writeString(outside, "there\n");
            Revision head = Revision.of("HEAD:vm.conf", folder).orElseThrow();
            assertThat(text(head.read(outside.toString()))).isEqualTo(outside + ": there\n");
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void gitSaysWhatIsWrong() {
        assertThat(top(folder, "HEAD:gone.conf"))
                .isEqualTo("refused: git: path 'gone.conf' does not exist in 'HEAD'");
        assertThat(top(folder, "nowhere:vm.conf"))
                .isEqualTo("refused: git: invalid object name 'nowhere'.");
        assertThat(top(folder, "HEAD:sub")).startsWith("refused: git: ");
    }

    @Test
    void otherOperandsAreNoRevisions() {
        assertThat(Revision.of("vm.conf", folder)).isEmpty();
        assertThat(Revision.of("-x:vm.conf", folder)).isEmpty();
        assertThat(Revision.of(":vm.conf", folder)).isEmpty();
    }
}
