package vmconf.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vmconf.plan.LocalInet6;
import vmconf.plan.Plan;
import vmconf.plan.PlanException;
import vmconf.plan.PlanYaml;
import vmconf.runtime.host.PlanBounds;

/// Reads what vmd is to run: a plan, or a vm.conf that is compiled to one.
final class ConfigurationFile {
    private static final Path USUAL = Path.of("/etc/vm.conf");
    private static final long LARGEST = 256L << 20;
    private static final Pattern PLAN = Pattern.compile("(?m)^\\s*\\{?\\s*\"?vmconf-plan\"?\\s*:");

    private ConfigurationFile() {}

    /// @param file absent: the usual file, which need not exist
    /// @param macros definitions of the command line
    /// @param seed decides MAC addresses and the IPv6 prefix that a vm.conf leaves open
    static Plan read(Optional<String> file, List<String> macros, String seed)
            throws StartupException {
        Path path = file.map(Path::of).orElse(USUAL);
        if (file.isEmpty() && !Files.exists(path)) {
            return Plan.of(List.of());
        }
        String text = text(path);
        Plan plan =
                PLAN.matcher(text).find()
                        ? plan(path, text)
                        : Compiling.plan(path, text, macros, seed);
        List<String> problems = PlanBounds.problems(plan);
        if (!problems.isEmpty()) {
            throw new StartupException(
                    String.join("\n", problems.stream().map(each -> path + ": " + each).toList()));
        }
        return LocalInet6.drawn(plan, seed);
    }

    private static String text(Path path) throws StartupException {
        try {
            if (Files.isRegularFile(path) && Files.size(path) > LARGEST) {
                throw new StartupException("vmd: %s: File too large".formatted(path));
            }
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new StartupException(
                    "vmd: failed to open %s: No such file or directory".formatted(path));
        } catch (IOException e) {
            throw new StartupException(
                    "vmd: failed to open %s: %s".formatted(path, e.getMessage()));
        }
    }

    private static Plan plan(Path path, String text) throws StartupException {
        try {
            return PlanYaml.read(text);
        } catch (PlanException e) {
            throw new StartupException("%s: %s".formatted(path, e.getMessage()));
        }
    }
}
