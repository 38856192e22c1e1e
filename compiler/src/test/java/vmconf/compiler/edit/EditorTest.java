package vmconf.compiler.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Texts that no file of the corpus can hold, or that are easier to see here.
class EditorTest {
    private static final Options NATIVE = Options.forTarget(Target.NATIVE);

    private static Editor editor(String text) {
        return Editor.of(SourceFile.of("vm.conf", text), Sources.none(), NATIVE);
    }

    private static EditResult set(String text, String... words) {
        return editor(text).set(List.of(words), MacroPolicy.REFUSE);
    }

    private static String text(EditResult result) {
        return switch (result) {
            case EditResult.Edited edited -> edited.changes().getFirst().after().text();
            case EditResult.Faulty(var errors) -> "faulty " + errors;
            case EditResult.Refused(Refusal(var reason, _)) -> "refused: " + reason;
        };
    }

    @Test
    void aFileWithoutALastLineFeedStaysSo() {
        String text = "vm a {\n\tdisk /a.img\n}";
        assertThat(text(set(text, "a", "memory", "1G")))
                .isEqualTo("vm a {\n\tmemory 1G\n\tdisk /a.img\n}");
        assertThat(text(set(text, "local", "inet6"))).isEqualTo("local inet6\n\n" + text);
        String two = text(editor(text).add(vm("b", "disk", "/b.img")));
        assertThat(two).isEqualTo(text + "\n\nvm b {\n\tdisk /b.img\n}");
        assertThat(text(editor(two).remove("b", false))).isEqualTo(text + "\n");
        assertThat(text(set("local inet6", "socket", "owner", "bob")))
                .isEqualTo("local inet6\nsocket owner bob");
    }

    private static NewVm vm(String name, String... setting) {
        return new NewVm(name, Optional.empty(), List.of(List.of(setting)), Optional.empty());
    }

    @Test
    void bytesThatAreNoTextStay() {
        byte[] bytes =
                "# caf\u00e9 \nvm a {\n\tdisk \"/\u00e9\"\n}\n"
                        .getBytes(StandardCharsets.ISO_8859_1);
        SourceFile file = SourceFile.decode("vm.conf", bytes);
        EditResult result =
                Editor.of(file, Sources.none(), NATIVE)
                        .set(List.of("a", "memory", "1G"), MacroPolicy.REFUSE);
        byte[] wanted =
                "# caf\u00e9 \nvm a {\n\tmemory 1G\n\tdisk \"/\u00e9\"\n}\n"
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(result)
                .isInstanceOfSatisfying(
                        EditResult.Edited.class,
                        edited ->
                                assertThat(edited.changes().getFirst().after().encode())
                                        .isEqualTo(wanted));
    }

    @Test
    void carriageReturnsAreMistakesOfFormUnlessInComments() {
        assertThat(text(set("vm a {\r\n\tdisk /a.img\r\n}\r\n", "a", "memory", "1G")))
                .isEqualTo("refused: vm \"a\" (vm.conf:1) has mistakes of form");
        assertThat(text(set("vm a { # one\r\n\tdisk /a.img # two\r\n}\n", "a", "memory", "1G")))
                .isEqualTo("vm a { # one\r\n\tmemory 1G\n\tdisk /a.img # two\r\n}\n");
    }

    @Test
    void aCommentThatGoesOnIsNotWrittenInto() {
        assertThat(text(set("vm a {\n disk /a.img # \\\n more\n}\n", "a", "cdrom", "/c.iso")))
                .isEqualTo("vm a {\n disk /a.img # \\\n more\n cdrom \"/c.iso\"\n}\n");
        assertThat(
                        text(
                                editor("vm a {\n disk /a.img\n cdrom /c # \\\n more\n}\n")
                                        .unset(List.of("a", "cdrom"))))
                .isEqualTo("vm a {\n disk /a.img\n}\n");
    }

    @Test
    void aValueIsWrittenSoThatItIsReadAsGiven() {
        String text = "vm a {\n\tdisk '/a.img'\n}\n";
        assertThat(text(set(text, "a", "disk", "it's"))).contains("disk 'it\\'s'\n");
        assertThat(text(set(text, "a", "disk", "12"))).startsWith("refused");
        assertThat(text(set(text, "a", "disk", "1", "12"))).contains("disk '12'\n");
        assertThat(text(set(text, "a", "disk", "a\tb"))).contains("disk 'a\tb'\n");
        assertThat(text(set(text, "a", "disk", "/\u00e9"))).contains("disk '/\u00e9'\n");
        assertThat(text(set(text, "a", "disk", "back\\slash"))).contains("disk 'back\\slash'\n");
        assertThat(text(set(text, "a", "disk", "\\'"))).contains("disk \"\\'\"\n");
        assertThat(text(set(text, "a", "disk", "end\\")))
                .isEqualTo("refused: vm.conf cannot write \"end\\\" as a word");
        assertThat(text(set(text, "a", "disk", "two\nlines")))
                .startsWith("refused: vm.conf cannot");
        assertThat(text(set(text, "a", "owner", "enable"))).contains("owner \"enable\"\n");
        assertThat(text(set(text, "a", "owner", "12"))).contains("owner 12\n");
        assertThat(text(set(text, "a", "memory", "1073741824"))).contains("memory 1073741824\n");
        assertThat(text(set(text, "a", "memory", ""))).startsWith("faulty");
    }

    @Test
    void aMacroThatMakesMoreThanAValueIsNotReplaced() {
        String text = "both = \"1G\n\tdisable\"\nvm a {\n\tdisk /a.img\n\tmemory $both\n}\n";
        List<String> words = List.of("a", "memory", "2G");
        assertThat(text(editor(text).set(words, MacroPolicy.HERE))).startsWith("refused");
        assertThat(text(editor(text).set(words, MacroPolicy.THROUGH))).startsWith("refused");
    }

    @Test
    void removingManyInstancesTakesOnlyThem() {
        StringBuilder text = new StringBuilder("vm p {\n\tdisk /p.img\n}\n\n");
        for (int i = 0; i < 50; i++) {
            String parent = i < 2 ? "p" : "v" + (i - 2);
            text.append("# %d%nvm %s instance v%d { disk /%d.img }%n%n".formatted(i, parent, i, i));
        }
        text.append("vm q { disk /q.img }\n");
        assertThat(text(editor(text.toString()).remove("p", true)))
                .isEqualTo("vm q { disk /q.img }\n");
    }

    @Test
    void anEditNeverThrowsForOddWords() {
        String text = "vm a {\n\tdisk /a.img\n\tinterface\n}\n";
        for (String words :
                List.of(
                        "",
                        " ",
                        "vm",
                        "switch",
                        "=",
                        "a =",
                        "a disk",
                        "a disk +",
                        "a disk 1",
                        "a disk 99999999999",
                        "a interface",
                        "a interface 1 lladdr",
                        "a interface + + +",
                        "a allow instance {",
                        "a boot",
                        "local",
                        "vm vm vm",
                        "a interface 1 locked",
                        "switch a",
                        "a \u0000 \u0001",
                        "a disk format raw",
                        "a disk format",
                        "a agentx",
                        "agentx",
                        "a memory $x",
                        "a memory -1")) {
            List<String> list = List.of(words.split(" ", -1));
            assertThat(editor(text).set(list, MacroPolicy.HERE)).isNotNull();
            assertThat(editor(text).unset(list)).isNotNull();
            assertThat(editor(text).rename(list)).isNotNull();
            assertThat(editor(text).remove(words, true)).isNotNull();
            assertThat(
                            editor(text)
                                    .add(
                                            new NewVm(
                                                    words,
                                                    Optional.of(words),
                                                    List.of(list),
                                                    Optional.of(words))))
                    .isNotNull();
        }
    }
}
