package vmconf.benchmarks;

import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Expander;
import vmconf.compiler.expand.Target;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// A file that has been read: what rules and lowering start from.
@State(Scope.Benchmark)
public class Read {
    private Config config = config(SourceFile.of("vm.conf", ""));

    @Setup
    public void read(Written written) {
        config = config(written.file());
    }

    Config config() {
        return config;
    }

    static Config config(SourceFile file) {
        return Expander.expand(file, Sources.none(), Target.OPENBSD, List.of());
    }
}
