package vmconf.compiler.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.export.Exporter;
import vmconf.compiler.export.ImageSizes;
import vmconf.compiler.export.kubevirt.KubevirtExporter;

/// The options of `vmconf export kubevirt` about images and the start.
final class KubevirtOptions {
    private static final String STAGGER = "stagger";
    private static final String DATA_VOLUMES = "data-volumes";

    private KubevirtOptions() {}

    static void addTo(Options options) {
        options.addOption(
                Option.builder()
                        .longOpt(STAGGER)
                        .desc(
                                "kubevirt: machines wait for start.sh, which starts them in their order")
                        .get());
        options.addOption(
                Option.builder()
                        .longOpt(DATA_VOLUMES)
                        .desc("kubevirt: a DataVolume of each image that can be read here")
                        .get());
    }

    /// The target with what the options say, which only KubeVirt takes.
    static Exporter told(CommandLine line, Exporter target) throws UsageException {
        for (String each : List.of(STAGGER, DATA_VOLUMES)) {
            if (line.hasOption(each) && !(target instanceof KubevirtExporter)) {
                throw new UsageException("--" + each + " is for target \"kubevirt\" only");
            }
        }
        return line.hasOption(STAGGER) ? new KubevirtExporter(true) : target;
    }

    static ImageSizes sizes(CommandLine line) {
        return line.hasOption(DATA_VOLUMES) ? new ImagesHere() : ImageSizes.UNKNOWN;
    }
}
