package vmconf.compiler.cli;

import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.export.Exporter;
import vmconf.compiler.export.Names;
import vmconf.compiler.export.pacemaker.PacemakerExporter;
import vmconf.compiler.export.pacemaker.Storage;

/// The options of `vmconf export pacemaker` about which nodes of a cluster see which images.
final class ClusterStorage {
    private ClusterStorage() {}

    static void addTo(Options options) {
        options.addOption(
                Option.builder()
                        .longOpt("shared")
                        .hasArg()
                        .argName("FOLDER")
                        .desc("pacemaker: a folder of images on storage that every node sees")
                        .get());
        options.addOption(
                Option.builder()
                        .longOpt("node")
                        .hasArg()
                        .argName("NAME")
                        .desc("pacemaker: the only node that has the other images")
                        .get());
    }

    /// The target with what the options say, which only clusters take.
    static Exporter told(CommandLine line, Exporter target) throws UsageException {
        if (!line.hasOption("shared") && !line.hasOption("node")) {
            return target;
        }
        if (!target.name().equals("pacemaker")) {
            throw new UsageException("--shared and --node are for target \"pacemaker\" only");
        }
        return new PacemakerExporter(new Storage(shared(line), node(line)));
    }

    private static List<String> shared(CommandLine line) throws UsageException {
        String[] given = line.getOptionValues("shared");
        List<String> shared = given == null ? List.of() : List.of(given);
        for (String each : shared) {
            if (!each.startsWith("/")) {
                throw new UsageException("--shared \"" + each + "\" is no absolute path");
            }
        }
        return shared;
    }

    private static Optional<String> node(CommandLine line) throws UsageException {
        Optional<String> node = Optional.ofNullable(line.getOptionValue("node"));
        if (node.isPresent() && !Names.isPlain(node.get())) {
            throw new UsageException("--node \"" + node.get() + "\" is no name of a node");
        }
        return node;
    }
}
