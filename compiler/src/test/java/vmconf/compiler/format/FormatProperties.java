package vmconf.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vmconf.compiler.RandomText;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

class FormatProperties {
    @Provide
    Arbitrary<String> texts() {
        return RandomText.texts();
    }

    @Provide
    Arbitrary<RandomConf.Tree> trees() {
        return RandomConf.trees();
    }

    @Provide
    Arbitrary<List<String>> pairs() {
        return RandomConf.pairs();
    }

    @Property(tries = 300)
    void aTreeIsLaidOutOnceAndKeepsItsMeaning(@ForAll("trees") RandomConf.Tree tree) {
        SourceFile file = SourceFile.of("a.conf", tree.text());
        assertThat(Formatter.format(file, sources(tree)))
                .as("%s", tree.text())
                .isInstanceOf(Formatted.Done.class);
        Layouts.hold(file, sources(tree), List.of());
    }

    @Provide
    Arbitrary<RandomConf.Tree> treesWithoutMacros() {
        return RandomConf.treesWithoutMacros();
    }

    @Property(tries = 300)
    void macrosOfOthersKeepTheirMeaning(@ForAll("treesWithoutMacros") RandomConf.Tree tree) {
        Layouts.hold(SourceFile.of("a.conf", tree.text()), sources(tree), tree.macros());
    }

    @Property(tries = 150)
    void someOfTheEditsKeepTheMeaningToo(
            @ForAll("trees") RandomConf.Tree tree, @ForAll("lines") int first) {
        SourceFile file = SourceFile.of("a.conf", tree.text());
        if (Formatter.format(file, sources(tree)) instanceof Formatted.Done done) {
            var some = new Formatted.Done(file, done.edits(first, first + first % 5));
            Layouts.haveOneMeaning(file, some.after(), sources(tree), List.of());
        }
    }

    @Provide
    Arbitrary<Integer> lines() {
        return Arbitraries.integers().between(1, 60);
    }

    @Property(tries = 300)
    void blanksDoNotMatter(@ForAll("pairs") List<String> pair) {
        assertThat(text(pair.get(1)))
                .as("%s%n%s", pair.get(0), pair.get(1))
                .isEqualTo(text(pair.get(0)));
    }

    private static String text(String text) {
        return Formatter.format(SourceFile.of("a.conf", text), Sources.none())
                        instanceof Formatted.Done done
                ? done.after().text()
                : "refused";
    }

    @Property(tries = 1000)
    void anyTextIsRefusedOrKeepsItsMeaning(@ForAll("texts") String text) {
        Layouts.hold(SourceFile.of("a.conf", text), Sources.none(), List.of());
    }

    private static Sources sources(RandomConf.Tree tree) {
        return path ->
                path.equals("part.conf")
                        ? new Sources.Answer.Found(SourceFile.of(path, tree.part()))
                        : new Sources.Answer.Refused("no such file");
    }
}
