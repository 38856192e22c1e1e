package vmconf.compiler.cli;

import java.nio.file.Path;
import java.util.OptionalLong;
import vmconf.compiler.export.ImageSizes;
import vmconf.compiler.host.HostFile;
import vmconf.compiler.host.LinuxFacts;

/// Sizes of the images of this host, by their headers.
final class ImagesHere implements ImageSizes {
    private final LinuxFacts facts = new LinuxFacts(Path.of(""));

    @Override
    public OptionalLong of(String path) {
        return switch (facts.file(path)) {
            case HostFile.Regular file ->
                    OptionalLong.of(file.qcow2().map(HostFile.Qcow2::size).orElse(file.size()));
            case HostFile.Missing _, HostFile.Special _ -> OptionalLong.empty();
        };
    }
}
