package vmconf.runtime.qemu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a guest finds in the machine that QEMU's arguments make, whoever wrote them.
///
/// @param memory MiB
/// @param disks `FORMAT FILE` in the order of the devices, a cdrom behind `cdrom`
/// @param boot what is booted from, in the order in which it is tried
/// @param macs in the order of the devices
record GuestSees(
        String machine,
        String memory,
        String cpus,
        String uuid,
        List<String> disks,
        List<String> boot,
        List<String> macs) {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /// Of a command line as a shell takes it.
    static GuestSees ofShell(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return of(words);
    }

    static GuestSees of(List<String> arguments) {
        Map<String, String> single = new HashMap<>();
        Map<String, String> drives = new HashMap<>();
        List<String> disks = new ArrayList<>();
        List<String> macs = new ArrayList<>();
        Map<Integer, String> boot = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i++) {
            String value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "-m", "-smp", "-machine", "-uuid" ->
                        single.put(arguments.get(i), value.split(",")[0]);
                case "-drive", "-blockdev" -> drive(options(value), drives);
                case "-device" -> device(options(value), drives, disks, macs, boot);
                default -> {}
            }
        }
        return new GuestSees(
                single.getOrDefault("-machine", "").contains("q35") ? "q35" : "another",
                single.getOrDefault("-m", ""),
                single.getOrDefault("-smp", ""),
                single.getOrDefault("-uuid", ""),
                disks,
                boot.entrySet().stream()
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .map(Map.Entry::getValue)
                        .toList(),
                macs);
    }

    private static void drive(Map<String, String> options, Map<String, String> drives) {
        if (options.containsKey("id")) {
            drives.put(options.get("id"), options.get("format") + " " + options.get("file"));
        } else if (options.containsKey("filename")) {
            drives.put(options.get("node-name"), options.get("filename"));
        } else {
            drives.put(
                    options.get("node-name"),
                    options.get("driver") + " " + drives.get(options.get("file")));
        }
    }

    private static void device(
            Map<String, String> options,
            Map<String, String> drives,
            List<String> disks,
            List<String> macs,
            Map<Integer, String> boot) {
        switch (options.getOrDefault("driver", "")) {
            case "virtio-blk-pci", "scsi-cd" -> {
                boolean cdrom = "scsi-cd".equals(options.get("driver"));
                String disk = (cdrom ? "cdrom " : "") + drives.get(options.get("drive"));
                disks.add(disk);
                if (options.containsKey("bootindex")) {
                    boot.put(Integer.parseInt(options.get("bootindex")), disk);
                }
            }
            case "virtio-net-pci" -> macs.add(options.get("mac"));
            default -> {}
        }
    }

    /// As JSON, or with commas; the first word is the driver then.
    private static Map<String, String> options(String value) {
        Map<String, String> options = new HashMap<>();
        if (value.startsWith("{")) {
            for (Map.Entry<String, JsonNode> each :
                    JsonMapper.shared().readTree(value).properties()) {
                options.put(each.getKey(), each.getValue().asString());
            }
            return options;
        }
        for (String each : value.split(",")) {
            int equals = each.indexOf('=');
            options.put(
                    equals < 0 ? "driver" : each.substring(0, equals),
                    equals < 0 ? each : each.substring(equals + 1));
        }
        return options;
    }
}
