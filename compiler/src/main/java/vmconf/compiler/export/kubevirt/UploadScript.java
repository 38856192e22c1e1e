package vmconf.compiler.export.kubevirt;

import vmconf.compiler.export.Shell;
import vmconf.plan.Plan;
import vmconf.plan.Vm;

/// The script that makes a volume claim of each image. Sizes are asked of the images where it runs.
final class UploadScript {
    private UploadScript() {}

    static String of(Plan plan, String file) {
        StringBuilder text =
                new StringBuilder(
                        """
                        #!/bin/sh
                        # Uploads the images of %s, on the host that has them; needs virtctl and qemu-img.
                        set -eu

                        upload() {
                            size=$(qemu-img info "$2" | sed -n 's/^virtual size:.*(\\([0-9]*\\) bytes)$/\\1/p')
                            virtctl image-upload pvc "$1" --size="$size" --image-path="$2"
                        }

                        """
                                .formatted(Shell.line(file)));
        for (Vm vm : plan.vms()) {
            for (Claims.Claim each : Claims.of(vm)) {
                text.append("upload ").append(each.name()).append(' ');
                text.append(Shell.quoted(each.path())).append('\n');
            }
        }
        return text.toString();
    }
}
