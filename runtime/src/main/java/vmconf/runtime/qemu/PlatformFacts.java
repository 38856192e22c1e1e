package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vmconf.plan.machine.Accelerator;
import vmconf.plan.machine.Arguments;
import vmconf.runtime.supervise.Platform;

/// What a running QEMU says about its machine.
final class PlatformFacts {
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final String TYPE_SUFFIX = "-machine";

    private PlatformFacts() {}

    static Platform of(Asking monitor) throws QmpException {
        JsonNode version = monitor.execute("query-version", Map.of()).path("qemu");
        String type =
                monitor.execute("qom-get", Map.of("path", "/machine", "property", "type"))
                        .asString("");
        boolean kvm = monitor.execute("query-kvm", Map.of()).path("enabled").asBoolean(false);
        return new Platform(
                "qemu %d.%d.%d"
                        .formatted(
                                version.path("major").asInt(0),
                                version.path("minor").asInt(0),
                                version.path("micro").asInt(0)),
                type.endsWith(TYPE_SUFFIX)
                        ? type.substring(0, type.length() - TYPE_SUFFIX.length())
                        : type,
                Arguments.LAYOUT,
                (kvm ? Accelerator.KVM : Accelerator.TCG).word(),
                kvm ? features() : List.of());
    }

    /// Of the host's first processor; the guest has them all.
    private static List<String> features() {
        try {
            return Files.readString(PROCESSOR)
                    .lines()
                    .filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> List.of(line.substring(line.indexOf(':') + 1).strip().split(" ")))
                    .orElse(List.of());
        } catch (IOException e) {
            return List.of();
        }
    }
}
