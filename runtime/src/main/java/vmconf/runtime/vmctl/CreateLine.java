package vmconf.runtime.vmctl;

import java.util.Optional;

/// Reads the options of `vmctl create`, before or after the image (`vmd-runtime` section 3).
final class CreateLine {
    private static final int LONGEST_PATH = 1023;

    private CreateLine() {}

    static CreateCommand read(CommandLineOptions line, Streams streams) throws Complaint {
        Optional<String> word = line.values("s").stream().reduce((_, last) -> last);
        Optional<Long> size =
                word.isPresent()
                        ? Optional.of(ScaledNumber.disk(word.get(), streams))
                        : Optional.empty();
        ImageName disk = ImageName.of(checked(line.image()));
        Optional<String> base = last(line, "b");
        Optional<String> source = last(line, "i");
        if (base.isPresent() && source.isPresent()) {
            throw Complaint.named("conflicting -b and -i arguments");
        }
        if (base.isPresent() && !disk.isQcow2()) {
            throw Complaint.named("base images require qcow2 disk format");
        }
        if (size.isEmpty() && base.isEmpty() && source.isEmpty()) {
            throw new Complaint(
                    "could not create %s: missing size argument%n%s"
                            .formatted(disk.name(), Verb.CREATE.usage()));
        }
        boolean json = line.has("json");
        return new CreateCommand(disk, size, base, source.map(ImageName::of), json);
    }

    private static Optional<String> last(CommandLineOptions line, String option) throws Complaint {
        Optional<String> word = line.values(option).stream().reduce((_, last) -> last);
        return word.isPresent() ? Optional.of(checked(word.get())) : Optional.empty();
    }

    private static String checked(String path) throws Complaint {
        if (path.isEmpty() || path.indexOf('\0') >= 0) {
            throw Complaint.named("invalid disk path: " + path);
        }
        if (path.length() > LONGEST_PATH) {
            throw Complaint.named("disk path too long");
        }
        return path;
    }
}
