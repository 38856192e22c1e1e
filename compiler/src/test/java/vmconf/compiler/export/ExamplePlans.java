package vmconf.compiler.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.plan.ImagePaths;
import vmconf.plan.Plan;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Golden;

/// Plans to be exported, whose values know where they were asked for.
public final class ExamplePlans {
    private static final List<String> FOLDERS =
            List.of("docs/examples", "examples/hello", "examples/site", "testdata/corpus/export");

    private ExamplePlans() {}

    /// The plan of a vm.conf without errors.
    public static Plan of(String text) {
        var compilation =
                Compiler.compileWithProvenance(
                        SourceFile.of("vm.conf", text),
                        Sources.none(),
                        Options.forTarget(Target.NATIVE));
        return compilation.plan().orElseThrow(() -> new AssertionError(compilation.report()));
    }

    /// The same, with images that are named by relative paths in `/srv`.
    public static Plan inSrv(String text) {
        return ImagePaths.below("/srv", of(text));
    }

    /// Every example, its images in `/srv`.
    public static List<Plan> all() throws IOException {
        List<Plan> plans = new ArrayList<>();
        for (Path each : files()) {
            plans.add(inSrv(Files.readString(each)));
        }
        return plans;
    }

    /// The files of all examples.
    public static List<Path> files() {
        return FOLDERS.stream().flatMap(ExamplePlans::files).toList();
    }

    /// The examples of one folder.
    ///
    /// @param folder path below the project's top folder
    public static Stream<Path> files(String folder) {
        return Golden.names(folder, ".conf").stream()
                .map(name -> Golden.root().resolve(folder).resolve(name + ".conf"));
    }
}
