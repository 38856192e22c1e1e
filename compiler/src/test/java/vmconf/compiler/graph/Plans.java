package vmconf.compiler.graph;

import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.plan.Plan;
import vmconf.source.DiskSources;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Golden;

/// Plans to draw, with their provenance.
final class Plans {
    private Plans() {}

    /// Of a text called `vm.conf`, for our own runtime.
    static Plan of(String text) {
        return plan(SourceFile.of("vm.conf", text), Target.NATIVE);
    }

    /// Of a file in a folder of the project.
    static Plan file(String folder, String name, Target target) {
        return switch (new DiskSources(Golden.root().resolve(folder)).read(name)) {
            case Sources.Answer.Found(var file) -> plan(file, target);
            case Sources.Answer.Refused(var reason) -> throw new AssertionError(reason);
        };
    }

    private static Plan plan(SourceFile file, Target target) {
        Compilation compilation =
                Compiler.compileWithProvenance(file, Sources.none(), Options.forTarget(target));
        return compilation.plan().orElseThrow(() -> new AssertionError(compilation.report()));
    }
}
