package vmconf.compiler.export.kubevirt;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vmconf.compiler.expand.Target;
import vmconf.compiler.export.Export;
import vmconf.compiler.export.ImageSizes;
import vmconf.compiler.export.Settings;
import vmconf.compiler.lower.PlanOf;
import vmconf.plan.ImagePaths;
import vmconf.plan.Plan;

/// What is written for a cluster, taken apart.
final class Exported {
    static final String CONF =
            """
            switch "uplink" {
            	interface bridge0
            }
            vm "Web_1" {
            	memory 1G
            	owner joe:users
            	disk "/web.img" format raw
            	disk "/it's.qcow2" format qcow2
            	cdrom "/a.iso"
            	interface { switch "uplink" }
            	interface {
            		switch "uplink"
            		locked lladdr 10:20:30:40:50:60
            		down
            	}
            	local interface
            }
            """;

    private Exported() {}

    static Plan plan(String conf) {
        return ImagePaths.below("/srv", PlanOf.lenient(conf, Target.NATIVE));
    }

    static Export export(String conf) {
        return Export.of(new KubevirtExporter(), plan(conf));
    }

    static String file(Export export, ImageSizes sizes, String name) {
        return export.files(new Settings("vm.conf", false, sizes)).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
    }

    static List<JsonNode> manifests(Export export) {
        return manifests(export, ImageSizes.UNKNOWN);
    }

    static List<JsonNode> manifests(Export export, ImageSizes sizes) {
        return documents(file(export, sizes, "machines.yaml"));
    }

    static List<JsonNode> documents(String text) {
        try (var values = new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            return values.readAll();
        }
    }

    static JsonNode machine(Export export) {
        return manifests(export).getLast();
    }
}
