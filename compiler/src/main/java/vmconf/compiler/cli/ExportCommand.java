package vmconf.compiler.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.Export;
import vmconf.compiler.export.ExportReport;
import vmconf.compiler.export.Exporter;
import vmconf.compiler.export.Loss;
import vmconf.compiler.export.Settings;
import vmconf.plan.ImagePaths;
import vmconf.plan.Plan;

/// `vmconf export`: writes what another engine needs to run the same machines.
final class ExportCommand implements Command {
    @Override
    public String name() {
        return "export";
    }

    @Override
    public String summary() {
        return "write the machines as another engine takes them";
    }

    @Override
    public String operands() {
        return "TARGET FILE";
    }

    @Override
    public List<String> words() {
        return ExportTargets.ALL.stream().map(Exporter::name).toList();
    }

    @Override
    public Options options() {
        Options options = new Options();
        PlanReader.addTo(options);
        options.addOption(
                Option.builder("o")
                        .longOpt("output")
                        .hasArg()
                        .argName("FOLDER")
                        .desc("write the files there, all or none, instead of standard output")
                        .get());
        options.addOption(
                Option.builder()
                        .longOpt("strict")
                        .desc("write nothing unless everything means the same there")
                        .get());
        options.addOption(
                Option.builder()
                        .longOpt("report")
                        .hasArg()
                        .argName("FILE")
                        .desc("write what becomes of each value, as JSON")
                        .get());
        options.addOption(
                Option.builder()
                        .longOpt("base")
                        .hasArg()
                        .argName("FOLDER")
                        .desc("the folder that relative paths of images start from")
                        .get());
        options.addOption(
                Option.builder()
                        .longOpt("emulated")
                        .desc("for hosts without KVM, where QEMU emulates the processor")
                        .get());
        ClusterStorage.addTo(options);
        KubevirtOptions.addTo(options);
        return options;
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        List<String> operands = line.getArgList();
        if (operands.size() != 2) {
            throw new UsageException(
                    "expected a target and a file: "
                            + operandsFor(operands)
                            + "; \"-\" is standard input");
        }
        Exporter target = ExportTargets.named(operands.getFirst());
        Exporter exporter = KubevirtOptions.told(line, ClusterStorage.told(line, target));
        Optional<String> base = base(line);
        return switch (new PlanReader(line, streams, true).read(operands.getLast())) {
            case PlanInput.Faulty _ -> ERRORS;
            case PlanInput.Unusable(var reason) -> {
                streams.err().println("vmconf export: " + reason);
                yield TROUBLE;
            }
            case PlanInput.Ready(var name, var plan, _) -> {
                Plan based = base.map(each -> ImagePaths.below(each, plan)).orElse(plan);
                yield export(Export.of(exporter, based), name, line, streams);
            }
        };
    }

    /// What somebody who named a file and no target may have meant.
    private static String operandsFor(List<String> operands) {
        String file = operands.size() == 1 ? operands.getFirst() : "vm.conf";
        return ExportTargets.ALL.getFirst().name() + " " + file;
    }

    private static Optional<String> base(CommandLine line) throws UsageException {
        Optional<String> base = Optional.ofNullable(line.getOptionValue("base"));
        if (base.isPresent() && !base.get().startsWith("/")) {
            throw new UsageException("--base \"" + base.get() + "\" is no absolute path");
        }
        return base;
    }

    private int export(Export export, String name, CommandLine line, Vmconf.Streams streams) {
        boolean strict = line.hasOption("strict");
        List<Loss> losses = export.losses(strict);
        String target = export.exporter().name();
        for (Loss each : losses) {
            String severity = strict || each.isRefusal() ? "error" : "warning";
            streams.err().print(each.text(severity, name, target));
        }
        boolean refused = export.isRefused() || (strict && !losses.isEmpty());
        Settings settings =
                new Settings(name, line.hasOption("emulated"), KubevirtOptions.sizes(line));
        List<Artifact> files = refused ? List.of() : export.files(settings);
        int status = write(export, name, files, line, streams);
        if (!refused && status == OK) {
            notes(export.exporter(), files, line)
                    .forEach(each -> streams.err().println("vmconf export: note: " + each));
        }
        if (refused && status == OK) {
            streams.err().println("vmconf export: nothing is written");
            return ERRORS;
        }
        return status;
    }

    private static List<String> notes(Exporter exporter, List<Artifact> files, CommandLine line) {
        List<String> notes = new ArrayList<>(exporter.demands());
        Optional.ofNullable(line.getOptionValue("output"))
                .flatMap(folder -> new LeftBehind(folder, exporter, files).note())
                .ifPresent(notes::add);
        return notes;
    }

    private int write(
            Export export,
            String name,
            List<Artifact> files,
            CommandLine line,
            Vmconf.Streams streams) {
        try (NewFolder folder = new NewFolder(line.getOptionValue("output", ""));
                Rewrite rewrite = new Rewrite()) {
            if (!files.isEmpty()) {
                folder.make();
            }
            for (Artifact each : files) {
                folder.add(each.name(), each.text(), rewrite);
            }
            if (line.hasOption("report")) {
                String report = ExportReport.of(export, name, files);
                rewrite.add(
                        line.getOptionValue("report"),
                        Optional.empty(),
                        report.getBytes(StandardCharsets.UTF_8));
            }
            rewrite.commit();
            folder.keep();
        } catch (Rewrite.RewriteException e) {
            streams.err().println("vmconf export: " + e.getMessage());
            return TROUBLE;
        }
        if (!line.hasOption("output")) {
            print(files, streams);
        }
        return OK;
    }

    /// Several files stand behind their names, as `head` shows them.
    private static void print(List<Artifact> files, Vmconf.Streams streams) {
        for (Artifact each : files) {
            if (files.size() > 1) {
                streams.out().println("==> " + each.name() + " <==");
            }
            streams.out().print(each.text());
        }
    }
}
