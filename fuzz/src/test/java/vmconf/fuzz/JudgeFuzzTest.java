package vmconf.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.vmd.Host;
import vmconf.compiler.vmd.Judge;
import vmconf.compiler.vmd.Mode;
import vmconf.source.SourceFile;

/// Whatever the bytes of a vm.conf are, there is a verdict as vmd would give it.
class JudgeFuzzTest {
    static Stream<Arguments> seeds() {
        return Seeds.corpus().map(Arguments::of);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void judgeAsVmd(byte[] bytes) {
        SourceFile file = SourceFile.decode("f", bytes);
        Judge.judge(file, Included.by(file), new EmptyHost(), Included.MACROS, Mode.CHECK);
        Judge.judge(
                file, Included.by(file), new EmptyHost(), Included.MACROS, new Mode(true, true));
    }

    private static final class EmptyHost implements Host {
        @Override
        public Resolved realpath(String path) {
            return path.startsWith("/")
                    ? new Resolved.Path(path)
                    : new Resolved.Failed("No such file or directory");
        }

        @Override
        public OptionalLong user(String name) {
            return name.equals("root") ? OptionalLong.of(0) : OptionalLong.empty();
        }

        @Override
        public OptionalLong group(String name) {
            return user(name);
        }
    }
}
