package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `vmconf diff`, as a user sees it.
class DiffTest {
    private static final String OLD = "vm \"a\" {\n\tmemory 1G\n\tdisk \"/a.img\"\n}\n";
    private static final String NEW =
            OLD.replace("1G", "2G") + "vm \"b\" {\n\tdisk \"/b.img\"\n}\n";

    @TempDir Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String shown(Ran ran) {
        return ran.out().replace(folder + "/", "");
    }

    @Test
    void whatChangesIsSaidWithTheLinesOfBothSides() throws IOException {
        Ran ran = Ran.vmconf("", "diff", file("old.conf", OLD), file("new.conf", NEW));
        assertThat(shown(ran))
                .isEqualTo(
                        """
                        vm "a": restart
                            memory: 1G -> 2G (restart)
                                - old.conf:2: memory 1G
                                + new.conf:2: memory 2G
                        vm "b": add
                            + new.conf:5: vm "b" {
                        1 to add, 1 to restart
                        """);
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void whatOnlyFollowsIsCountedAndShownWithV() throws IOException {
        String before = file("old.conf", OLD + "vm \"c\" {\n\tdisk \"/c.img\"\n}\n");
        String after = file("new.conf", "vm \"c\" {\n\tdisk \"/c.img\"\n}\n" + OLD);
        assertThat(shown(Ran.vmconf("", "diff", before, after)))
                .isEqualTo("4 values without effect (-v)\n");
        assertThat(shown(Ran.vmconf("", "diff", "-v", before, after)))
                .contains("vm \"c\": none\n    id: 2 -> 1 (none)\n");
    }

    @Test
    void sameFilesHaveNoDifference() throws IOException {
        String same = file("old.conf", OLD);
        assertThat(Ran.vmconf(OLD + "# more\n", "diff", same, "-"))
                .isEqualTo(new Ran(Command.OK, "no difference\n", ""));
    }

    @Test
    void plansAreComparedToo() throws IOException {
        String plan = folder.resolve("plan.yaml").toString();
        Ran.vmconf(OLD, "compile", "-o", plan, "-");
        assertThat(shown(Ran.vmconf("", "diff", plan, file("new.conf", NEW))))
                .startsWith(
                        """
                        vm "a": restart
                            memory: 1G -> 2G (restart)
                                + new.conf:2: memory 2G
                        """);
    }

    @Test
    void jsonHasOneEntryPerChange() throws IOException {
        Ran ran =
                Ran.vmconf(
                        "", "diff", "--format", "json", file("a.conf", OLD), file("b.conf", NEW));
        JsonNode json = new JsonMapper().readTree(ran.out());
        assertThat(json.at("/changes/0/class").asString()).isEqualTo("restart");
        assertThat(json.at("/changes/0/key").asString()).isEqualTo("memory");
        assertThat(json.at("/changes/0/after/value").asString()).isEqualTo("2G");
        assertThat(json.at("/changes/0/after/provenance/at/line").asInt()).isEqualTo(2);
        assertThat(json.at("/changes/1/class").asString()).isEqualTo("add");
        assertThat(json.at("/summary/add").asInt()).isEqualTo(1);
    }

    /// Of machines that are alike, only one that is gone can have a new name.
    @Test
    void aMachineThatIsStillThereIsNotRenamed() throws IOException {
        String alike = "vm \"%s\" {\n\tcdrom \"/i.iso\"\n}\n";
        String before = file("old.conf", alike.formatted("a") + alike.formatted("b"));
        String after = file("new.conf", alike.formatted("c") + alike.formatted("a"));
        assertThat(shown(Ran.vmconf("", "diff", before, after)))
                .isEqualTo(
                        """
                        vm "c", "b" before: recreate
                            name: b -> c (recreate)
                                - old.conf:4: vm "b" {
                                + new.conf:1: vm "c" {
                        1 to recreate, 4 values without effect (-v)
                        """);
        JsonNode entry = json(before, after).at("/changes/1");
        assertThat(entry.at("/name").asString()).isEqualTo("c");
        assertThat(entry.at("/former-name").asString()).isEqualTo("b");
    }

    @Test
    void jsonSaysWhereAMachineThatCameOrWentIsWritten() throws IOException {
        String one = file("a.conf", OLD);
        String two = file("b.conf", NEW);
        JsonNode came = json(one, two).at("/changes/1");
        assertThat(came.at("/after/provenance/at/file").asString()).isEqualTo(two);
        assertThat(came.at("/after/provenance/at/line").asInt()).isEqualTo(5);
        assertThat(came.has("before")).isFalse();
        JsonNode went = json(two, one).at("/changes/1");
        assertThat(went.at("/class").asString()).isEqualTo("remove");
        assertThat(went.at("/before/provenance/at/line").asInt()).isEqualTo(5);
        assertThat(went.has("after")).isFalse();
    }

    private static JsonNode json(String before, String after) {
        return new JsonMapper()
                .readTree(Ran.vmconf("", "diff", "--format", "json", before, after).out());
    }

    @Test
    void coloursAreForTerminals() throws IOException {
        Ran ran =
                Ran.vmconf(
                        "", "diff", "--color", "always", file("a.conf", OLD), file("b.conf", NEW));
        assertThat(ran.out()).contains("\u001b[33mrestart\u001b[0m", "\u001b[31m- ");
    }

    @Test
    void whatCannotBeComparedIsTrouble() throws IOException {
        String good = file("old.conf", OLD);
        Ran faulty = Ran.vmconf("", "diff", good, file("new.conf", "vm a {\n\tmemry 1G\n}\n"));
        assertThat(faulty.status()).isEqualTo(Command.TROUBLE);
        assertThat(faulty.err())
                .contains("did you mean \"memory\"?")
                .endsWith("new.conf has errors, so it has no plan\n");
        assertThat(Ran.vmconf("", "diff", good, "gone.conf").err())
                .isEqualTo("vmconf diff: cannot read gone.conf: no such file\n");
        assertThat(Ran.vmconf("", "diff", good).err())
                .startsWith("vmconf diff: expected two files or plans, the old one first");
    }
}
