package vmconf.compiler.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Target;
import vmconf.compiler.host.HostFacts;
import vmconf.compiler.host.LinuxFacts;
import vmconf.compiler.project.Project;
import vmconf.compiler.project.ProjectException;
import vmconf.compiler.project.Projects;
import vmconf.compiler.rule.RuleLevel;
import vmconf.compiler.rule.RuleSettings;

/// How each file is compiled: what its project says, and above that what the command line says.
final class FileOptions {
    private final Optional<Target> target;
    private final List<CommandLineMacro> macros;
    private final Map<String, Optional<Severity>> rules;
    private final String seed;
    private final Optional<Project> project;
    private final Optional<HostFacts> host;
    private final Projects projects = new Projects();

    private FileOptions(CommandLine line) throws UsageException {
        target = Inputs.target(line);
        macros = Inputs.macros(line);
        rules = rules(line);
        seed = line.getOptionValue("seed", vmconf.compiler.Options.DEFAULT_SEED);
        project = project(line);
        host = line.hasOption("host") ? Optional.of(new LinuxFacts(Path.of(""))) : Optional.empty();
    }

    /// Adds the options that are read here.
    static void addTo(Options options) {
        options.addOption(
                Option.builder()
                        .longOpt("rule")
                        .hasArg()
                        .argName("CODE=SEVERITY")
                        .desc("take the findings of a rule for " + RuleLevel.allWords())
                        .get());
        options.addOption(
                Option.builder()
                        .longOpt("config")
                        .hasArg()
                        .argName("FILE")
                        .desc("read this project file instead of the nearest " + Project.FILE_NAME)
                        .get());
        options.addOption(Option.builder().longOpt("no-config").desc("read no project file").get());
    }

    static FileOptions of(CommandLine line) throws UsageException {
        return new FileOptions(line);
    }

    /// How the one file of a command is compiled.
    static vmconf.compiler.Options of(CommandLine line, String operand) throws UsageException {
        try {
            return of(line).of(operand);
        } catch (ProjectException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Optional<Severity>> rules(CommandLine line) throws UsageException {
        Map<String, Optional<Severity>> rules = new HashMap<>();
        String[] settings = line.getOptionValues("rule");
        for (String setting : settings == null ? new String[0] : settings) {
            int equals = setting.indexOf('=');
            if (equals < 0) {
                throw new UsageException(
                        "\"--rule " + setting + "\" has no \"=\", expected --rule CODE=SEVERITY");
            }
            String code = setting.substring(0, equals).toUpperCase(Locale.ROOT);
            Optional<String> refusal = RuleLevel.refuse(code);
            if (refusal.isPresent()) {
                throw new UsageException(refusal.get());
            }
            String word = setting.substring(equals + 1);
            RuleLevel level =
                    RuleLevel.named(word)
                            .orElseThrow(
                                    () ->
                                            new UsageException(
                                                    "unknown severity \""
                                                            + word
                                                            + "\", expected "
                                                            + RuleLevel.allWords()));
            rules.put(code, level.severity());
        }
        return rules;
    }

    private static Optional<Project> project(CommandLine line) throws UsageException {
        if (line.hasOption("no-config")) {
            return Optional.of(Project.NONE);
        }
        String file = line.getOptionValue("config");
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Projects.read(Path.of(file)));
        } catch (ProjectException | InvalidPathException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /// The options for an operand; `-` belongs to the project of the working directory.
    synchronized vmconf.compiler.Options of(String operand) throws ProjectException {
        Project found = projectOf(operand);
        List<CommandLineMacro> all = new ArrayList<>(macros);
        all.addAll(found.macros());
        Map<String, Optional<Severity>> levels = new HashMap<>(found.rules());
        levels.putAll(rules);
        return new vmconf.compiler.Options(
                target.or(found::target).orElse(Target.OPENBSD),
                all,
                seed,
                levels.isEmpty() ? RuleSettings.DEFAULT : new RuleSettings(levels),
                host);
    }

    /// The files that the project of the working directory names as its entries.
    List<String> entries() throws UsageException {
        Project found;
        try {
            found = projectOf("-");
        } catch (ProjectException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        Path here = Path.of("").toAbsolutePath();
        List<String> entries = new ArrayList<>();
        for (String entry : found.entries()) {
            Path folder = found.folder().orElse(here);
            entries.add(here.relativize(folder.resolve(entry).normalize()).toString());
        }
        return entries;
    }

    /// The project files that were read.
    Set<Path> projectFiles() {
        return project.isPresent()
                ? project.get().file().map(Set::of).orElse(Set.of())
                : projects.files();
    }

    private Project projectOf(String operand) throws ProjectException {
        if (project.isPresent()) {
            return project.get();
        }
        try {
            return projects.of(Path.of(operand));
        } catch (InvalidPathException _) {
            return Project.NONE;
        }
    }
}
