package vmconf.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vmconf.compiler.syntax.Expectation.ExpectedArgument;
import vmconf.compiler.syntax.Expectation.ExpectedKeyword;
import vmconf.compiler.syntax.Expectation.Style;
import vmconf.source.SourceFile;

class ExpectationsTest {
    private static final String CARET = "<caret>";

    private static final List<Macros.Macro> MACROS =
            List.of(
                    new Macros.Macro("size", "1G", Optional.empty()),
                    new Macros.Macro("nic", "interface { up }", Optional.empty()),
                    new Macros.Macro("disks", "disk", Optional.empty()));

    private static Expectation at(String marked) {
        return at(marked, Vocabulary.OPENBSD);
    }

    private static Expectation at(String marked, Vocabulary vocabulary) {
        int caret = marked.indexOf(CARET);
        SourceFile file = SourceFile.of("vm.conf", marked.replace(CARET, ""));
        return new Expectations(vocabulary, MACROS).at(file, caret);
    }

    private static List<String> words(Expectation expectation) {
        return expectation.keywords().stream()
                .map(ExpectedKeyword::keyword)
                .map(Keyword::word)
                .distinct()
                .toList();
    }

    @Test
    void statementsAtTheTopLevel() {
        assertThat(words(at("<caret>")))
                .containsExactlyInAnyOrder(
                        "include", "switch", "vm", "local", "socket", "agentx", "staggered");
        assertThat(words(at("vm \"a\" {\n memory 1G\n}\n<caret>"))).contains("vm", "switch");
    }

    @Test
    void optionsInABlockWithoutItsEnd() {
        List<String> vm = words(at("vm \"a\" {\n  <caret>"));
        assertThat(vm).contains("memory", "disk", "interface", "local", "sev");
        assertThat(vm).doesNotContain("vm", "switch", "cpus", "group");
        assertThat(words(at("vm \"a\" {\n  <caret>", Vocabulary.NATIVE))).contains("cpus");
        assertThat(words(at("switch \"a\" {\n <caret>")))
                .contains("interface", "rdomain", "locked")
                .doesNotContain("memory", "lladdr");
    }

    @Test
    void onlyWhatTheReleaseHas() {
        Vocabulary old = Vocabulary.of(Release.OPENBSD_6_1);
        assertThat(words(at("<caret>", old))).containsExactlyInAnyOrder("include", "switch", "vm");
        assertThat(words(at("switch \"a\" {\n <caret>", old)))
                .contains("add", "up")
                .doesNotContain("rdomain", "locked");
        assertThat(words(at("vm \"a\" {\n <caret>", old)))
                .contains("boot", "interface", "owner")
                .doesNotContain("cdrom", "local", "allow", "sev", "kernel");
        assertThat(words(at("vm \"a\" <caret>", old))).isEmpty();
        assertThat(words(at("vm \"a\" {\n disk \"x\" <caret>", old))).isEmpty();
        assertThat(words(at("vm \"a\" {\n boot <caret>", old))).isEmpty();
        assertThat(words(at("vm \"a\" {\n interface { <caret>", old)))
                .contains("lladdr", "switch")
                .doesNotContain("locked");
        assertThat(words(at("vm \"a\" {\n <caret>", Vocabulary.of(Release.OPENBSD_6_0))))
                .contains("kernel")
                .doesNotContain("boot", "interface");
        assertThat(words(at("vm \"a\" {\n <caret>"))).doesNotContain("kernel");
        assertThat(words(at("switch \"a\" {\n <caret>"))).doesNotContain("add");
        assertThat(words(at("agentx <caret>", Vocabulary.of(Release.OPENBSD_7_2))))
                .containsExactlyInAnyOrder("context", "path");
    }

    @Test
    void optionsOfAnInterface() {
        Expectation half = at("vm \"a\" {\n  interface { sw<caret>");
        assertThat(words(half)).contains("switch", "lladdr", "group").doesNotContain("memory");
        assertThat(half.prefix().text()).isEqualTo("sw");
        assertThat(words(at("vm \"a\" {\n interface { switch \"x\" <caret>"))).contains("lladdr");
        assertThat(words(at("vm \"a\" {\n interface { locked <caret>"))).containsExactly("lladdr");
    }

    @Test
    void switchNames() {
        Expectation bare = at("vm \"a\" {\n interface { switch <caret>");
        assertThat(bare.arguments()).containsExactly(ExpectedArgument.SWITCH);
        assertThat(bare.keywords()).isEmpty();
        Expectation quoted = at("vm \"a\" {\n interface { switch \"up<caret>");
        assertThat(quoted.arguments()).containsExactly(ExpectedArgument.SWITCH);
        assertThat(quoted.prefix().style()).isEqualTo(Style.DOUBLE_QUOTES);
        assertThat(quoted.prefix().text()).isEqualTo("up");
    }

    @Test
    void argumentsWithKnownValues() {
        assertThat(at("vm <caret>").arguments()).containsExactly(ExpectedArgument.PARENT);
        assertThat(at("vm \"a\" {\n disk \"x\" format <caret>").arguments())
                .containsExactly(ExpectedArgument.DISK_FORMAT);
        assertThat(at("vm \"a\" {\n memory <caret>").arguments())
                .containsExactly(ExpectedArgument.MEMORY);
        assertThat(at("vm \"a\" {\n firmware <caret>", Vocabulary.NATIVE).arguments())
                .containsExactly(ExpectedArgument.FIRMWARE);
    }

    @Test
    void laterKeywordsOfADirective() {
        assertThat(words(at("vm \"a\" <caret>"))).containsExactly("instance");
        assertThat(words(at("vm \"a\" {\n boot <caret>"))).containsExactly("device");
        assertThat(words(at("vm \"a\" {\n boot device <caret>")))
                .containsExactlyInAnyOrder("disk", "cdrom", "net");
        assertThat(words(at("local <caret>"))).containsExactlyInAnyOrder("inet6", "prefix");
        assertThat(words(at("vm \"a\" {\n disk \"x\" <caret>"))).containsExactly("format");
        assertThat(words(at("vm \"a\" {\n allow instance { boot, <caret>")))
                .contains("memory", "owner")
                .doesNotContain("sev");
    }

    @Test
    void behindMistakesOfEarlierLines() {
        assertThat(words(at("foo bar\nvm 5 {\n memry 1\n <caret>"))).contains("memory");
        assertThat(words(at("vm \"a\" {\n interface { swtch \"b\"\n <caret>"))).contains("switch");
        assertThat(words(at("vm \"a\" {\n memory 1G\n\nvm \"b\" {\n <caret>"))).contains("memory");
        assertThat(words(at("vm \"a\" {\n memry <caret>"))).isEmpty();
    }

    @Test
    void nothingInCommentsAndBehindQuotes() {
        assertThat(words(at("vm \"a\" {\n # <caret>"))).isEmpty();
        assertThat(words(at("vm \"a\" {\n memory 1G # m<caret>"))).isEmpty();
        assertThat(words(at("vm \"a\"<caret>"))).isEmpty();
        assertThat(words(at("vm \"a\" {\n # x\n <caret>"))).contains("memory");
    }

    @Test
    void macrosThatFit() {
        Expectation size = at("vm \"a\" {\n memory $<caret>");
        assertThat(size.prefix().style()).isEqualTo(Style.MACRO);
        assertThat(size.macros()).extracting(Macros.Macro::name).containsExactly("size");
        assertThat(at("vm \"a\" {\n $n<caret>").macros())
                .extracting(Macros.Macro::name)
                .containsExactly("nic", "disks");
        assertThat(at("vm \"a\" {\n disk \"$<caret>").macros()).isEmpty();
        assertThat(at("vm \"a\" {\n # $<caret>").macros()).isEmpty();
    }

    @Property(tries = 300)
    void anyPlaceOfAnyTextHasAnAnswer(@ForAll String text, @ForAll @IntRange(max = 60) int at) {
        String file = "vm \"a\" { interface { switch \"b\" }\n}\n" + text;
        int caret = Math.min(at, file.length());
        assertThat(at(file.substring(0, caret) + CARET + file.substring(caret)).prefix().start())
                .isBetween(0, caret);
    }
}
