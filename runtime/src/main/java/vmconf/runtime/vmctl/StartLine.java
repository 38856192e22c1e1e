package vmconf.runtime.vmctl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.Option;
import vmconf.runtime.protocol.StartOptions;
import vmconf.runtime.protocol.StartOptions.DiskOption;
import vmconf.runtime.protocol.StartOptions.NicOption;

/// Reads the options of `vmctl start` (`vmd-runtime` section 3). Paths are the caller's.
final class StartLine {
    private static final int MOST_DEVICES = 4;
    private static final int LONGEST_PATH = 1023;
    private static final int LONGEST_SWITCH = 63;
    private static final Set<String> DEVICES = Set.of("disk", "cdrom", "net");

    private final CommandLineOptions line;
    private final Streams streams;

    StartLine(CommandLineOptions line, Streams streams) {
        this.line = line;
        this.streams = streams;
    }

    StartOptions read() throws Complaint {
        List<NicOption> nics = nics();
        Optional<Integer> count = count();
        int all = Math.max(nics.size(), count.orElse(0));
        if (all > MOST_DEVICES) {
            throw Complaint.named("too many network interfaces");
        }
        StartOptions options =
                new StartOptions(
                        device(),
                        path("b", "boot image", "invalid boot image path"),
                        disks(),
                        count,
                        nics,
                        memory(),
                        cpus(),
                        path("r", "iso image", "invalid iso image path"),
                        template());
        check(options, all);
        return options;
    }

    /// What is likely to be forgotten in a VM that is described whole.
    private void check(StartOptions options, int interfaces) throws Complaint {
        boolean described =
                options.template().isEmpty() && !(options.isEmpty() || options.isForOneBoot());
        if (!described) {
            return;
        }
        if (!options.hasMedium()) {
            throw Complaint.named("no kernel or disk/cdrom specified");
        }
        boolean kernel = options.kernel().isPresent();
        if (!kernel && options.disks().isEmpty()) {
            streams.err().println("vmctl: starting without disks");
        }
        if (!kernel && interfaces == 0) {
            streams.err().println("vmctl: starting without network interfaces");
        }
    }

    private Optional<String> device() throws Complaint {
        Optional<String> word = once("B", "boot device");
        if (word.isPresent() && !DEVICES.contains(word.get())) {
            throw Complaint.named("unknown boot device " + word.get());
        }
        return word;
    }

    private Optional<String> once(String option, String what) throws Complaint {
        List<String> values = line.values(option);
        if (values.size() > 1) {
            throw Complaint.named(what + " specified multiple times");
        }
        return values.stream().findFirst();
    }

    private Optional<String> path(String option, String what, String complaint) throws Complaint {
        Optional<String> word = once(option, what);
        return word.isPresent() ? Optional.of(absolute(word.get(), complaint)) : Optional.empty();
    }

    private static String absolute(String path, String complaint) throws Complaint {
        if (path.isEmpty() || path.indexOf('\0') >= 0) {
            throw Complaint.named(complaint + ": " + path);
        }
        String absolute = Path.of(path).toAbsolutePath().normalize().toString();
        if (absolute.length() > LONGEST_PATH) {
            throw Complaint.named("disk path too long");
        }
        return absolute;
    }

    private List<DiskOption> disks() throws Complaint {
        List<DiskOption> disks = new ArrayList<>();
        for (String word : line.values("d")) {
            String format =
                    word.startsWith("raw:") ? "raw" : word.startsWith("qcow2:") ? "qcow2" : "auto";
            String path = format.equals("auto") ? word : word.substring(format.length() + 1);
            disks.add(new DiskOption(absolute(path, "invalid disk path"), format));
        }
        if (disks.size() > MOST_DEVICES) {
            throw Complaint.named("too many disks");
        }
        return disks;
    }

    /// In the order of the command line.
    private List<NicOption> nics() throws Complaint {
        List<NicOption> nics = new ArrayList<>();
        for (Option option : line.options()) {
            if ("L".equals(option.getOpt())) {
                nics.add(new NicOption(Optional.empty()));
            } else if ("n".equals(option.getOpt())) {
                String name = String.valueOf(option.getValue());
                if (name.length() > LONGEST_SWITCH) {
                    throw Complaint.named("interface name too long");
                }
                nics.add(new NicOption(Optional.of(name)));
            }
        }
        return nics;
    }

    private Optional<Integer> count() throws Complaint {
        Optional<String> word = once("i", "interfaces");
        if (word.isPresent() && !word.get().matches("[1-9][0-9]{0,3}")) {
            throw new Complaint(
                    "vmctl: count is too small: %1$s\nvmctl: invalid interface count: %1$s"
                            .formatted(word.get()));
        }
        return word.map(Integer::parseInt);
    }

    private Optional<Long> memory() throws Complaint {
        Optional<String> word = once("m", "memory");
        return word.isPresent()
                ? Optional.of(ScaledNumber.memory(word.get(), streams))
                : Optional.empty();
    }

    private Optional<Integer> cpus() throws Complaint {
        Optional<String> word = once("p", "cpus");
        if (word.isPresent() && !word.get().matches("[1-9]|[1-5][0-9]|6[0-4]")) {
            throw Complaint.named("invalid number of cpus: " + word.get() + ", expected 1 to 64");
        }
        return word.map(Integer::parseInt);
    }

    private Optional<String> template() throws Complaint {
        Optional<String> word = once("t", "instance");
        if (word.isPresent() && word.get().length() > LONGEST_SWITCH) {
            throw Complaint.named("instance vm name too long");
        }
        return word;
    }
}
