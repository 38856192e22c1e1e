package vmconf.runtime.supervise;

import java.util.Map;
import java.util.Optional;
import vmconf.runtime.host.Finding;

/// What helps against refusals that do not say it themselves.
final class Remedies {
    /// Part of the refusal to what helps.
    private static final Map<String, String> KNOWN =
            Map.ofEntries(
                    Map.entry("another process", "lslocks shows who has it"),
                    Map.entry("\" lock", "lslocks shows who has it"),
                    Map.entry("is used by vm", "stop that vm, or give this one another image"),
                    Map.entry("not a regular file", "name an image file: vm.conf(5), disk"),
                    Map.entry("Permission denied", "chown it to the user of vmd"),
                    Map.entry("does not exist: ", "bring it back, or qemu-img rebase"),
                    Map.entry("below each other", "qemu-img rebase one onto its right base"),
                    Map.entry("images in a row", "shorten it: qemu-img commit, or convert"),
                    Map.entry("Could not open backing file", "bring it back, or qemu-img rebase"),
                    Map.entry("is not in qcow2 format", "leave the format out: vm.conf(5), disk"),
                    Map.entry("PVH ELF Note", "boot a disk, or a kernel that QEMU can load"),
                    Map.entry(
                            "PC BIOS",
                            "name a kernel, or a firmware image of a multiple of 64 KiB"),
                    Map.entry("no kernel or disk", "give it a disk, cdrom or boot: vm.conf(5)"),
                    Map.entry("is not supported", "remove the setting"),
                    Map.entry("switch \"", "define the switch: vm.conf(5), switch"),
                    Map.entry("exists already", "name another tap, or none"),
                    Map.entry("Cannot allocate memory", "give it less memory"),
                    Map.entry("failed to find romfile", "apt-get install ipxe-qemu"));

    private Remedies() {}

    static Finding with(Finding finding) {
        Optional<String> remedy =
                KNOWN.entrySet().stream()
                        .filter(each -> finding.text().contains(each.getKey()))
                        .map(Map.Entry::getValue)
                        .sorted()
                        .findFirst();
        return finding.isError() ? remedy.map(finding::orFix).orElse(finding) : finding;
    }
}
