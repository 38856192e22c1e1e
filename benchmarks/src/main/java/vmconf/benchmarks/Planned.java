package vmconf.benchmarks;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.plan.Plan;
import vmconf.plan.PlanYaml;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Two plans, of which the later one gives some machines more memory, and the first one's text.
@State(Scope.Benchmark)
public class Planned {
    private Plan before = plan("");
    private Plan after = before;
    private String yaml = "";

    @Setup
    public void compile(Written written) {
        String text = written.file().text();
        before = plan(text);
        after = plan(text.replace("memory 1", "memory 3"));
        yaml = PlanYaml.toYaml(before);
    }

    Plan before() {
        return before;
    }

    Plan after() {
        return after;
    }

    String yaml() {
        return yaml;
    }

    private static Plan plan(String text) {
        SourceFile file = SourceFile.of("vm.conf", text);
        Compilation compilation =
                Compiler.compile(file, Sources.none(), Options.forTarget(Target.OPENBSD));
        return compilation
                .plan()
                .orElseThrow(() -> new IllegalStateException("the file has errors"));
    }
}
