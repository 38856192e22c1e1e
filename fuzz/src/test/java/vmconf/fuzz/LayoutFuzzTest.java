package vmconf.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.compiler.format.Formatted;
import vmconf.compiler.format.Formatter;
import vmconf.source.SourceFile;

/// Whatever the bytes of a vm.conf are, laid out it says the same, and laid out twice it is the
/// same.
class LayoutFuzzTest {
    static Stream<Arguments> seeds() {
        return Seeds.corpus().map(Arguments::of);
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "vm.conf.dict")
    @FuzzTest(maxDuration = "10m")
    void layOut(byte[] bytes) {
        SourceFile file = SourceFile.decode("f", bytes);
        if (!(Formatter.format(file, Included.by(file)) instanceof Formatted.Done done)) {
            return;
        }
        SourceFile after = done.after();
        if (!(Formatter.format(after, Included.by(after)) instanceof Formatted.Done again)
                || again.changes()) {
            throw new AssertionError("laid out twice, it changes again");
        }
        Options options = new Options(Target.OPENBSD, Included.MACROS, "seed");
        var one = Compiler.compile(file, Included.by(file), options).plan();
        var other = Compiler.compile(after, Included.by(after), options).plan();
        if (!one.equals(other)) {
            throw new AssertionError("laid out, it says something else");
        }
    }
}
