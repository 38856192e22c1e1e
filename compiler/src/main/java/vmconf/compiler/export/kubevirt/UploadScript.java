package vmconf.compiler.export.kubevirt;

import vmconf.compiler.export.OneLine;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.plan.machine.ShellText;

/// The script that fills the DataVolumes of machines.yaml, and makes a volume claim of each other
/// image, whose size is asked of it where the script runs.
final class UploadScript {
    private UploadScript() {}

    static String of(Plan plan, Claims claims, String file) {
        StringBuilder text =
                new StringBuilder(
                        """
                        #!/bin/sh
                        # Uploads the images of %s, on the host that has them; needs virtctl and qemu-img.
                        set -eu

                        # A DataVolume that machines.yaml brings; apply that before.
                        fill() {
                            virtctl image-upload dv "$1" --no-create --image-path="$2"
                        }

                        upload() {
                            size=$(qemu-img info "$2" | sed -n 's/^virtual size:.*(\\([0-9]*\\) bytes)$/\\1/p')
                            virtctl image-upload pvc "$1" --size="$size" --image-path="$2"
                        }

                        """
                                .formatted(OneLine.of(file)));
        for (Vm vm : plan.vms()) {
            for (Claims.Claim each : claims.of(vm)) {
                text.append(each.size().isPresent() ? "fill " : "upload ")
                        .append(each.name())
                        .append(' ');
                text.append(ShellText.quoted(each.path())).append('\n');
            }
        }
        return text.toString();
    }
}
