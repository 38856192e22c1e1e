package vmconf.benchmarks;

import java.io.IOException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vmconf.source.SourceFile;

/// A file as written, in memory.
@State(Scope.Benchmark)
public class Written {
    @Param({"SMALL", "VMS_1000"})
    public Size size = Size.SMALL;

    private SourceFile file = SourceFile.of("vm.conf", "");

    @Setup
    public void generate() throws IOException, InterruptedException {
        file = SourceFile.of("vm.conf", size.text());
    }

    SourceFile file() {
        return file;
    }
}
