package vmconf.runtime.vmctl;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes as OpenBSD's scan_scaled(3) reads them: `512M`, `1.5G`, `1g`.
final class ScaledNumber {
    private static final Pattern FORM =
            Pattern.compile("([+-]?)([0-9]{1,19})(?:\\.([0-9]*))?([BKMGTPE]?)");
    private static final String UNITS = "BKMGTPE";
    private static final long MEBIBYTE = 1L << 20;
    private static final long MOST_MEMORY = 128L << 30;

    private ScaledNumber() {}

    /// Memory in bytes, a multiple of 1 MiB.
    static long memory(String word, Streams streams) throws Complaint {
        long bytes = bytes(word, "memory");
        if (bytes > MOST_MEMORY) {
            throw Complaint.named(
                    "memory size too large (limit is %s)".formatted(ScaledSize.of(MOST_MEMORY)));
        }
        return rounded(bytes, "memory", streams);
    }

    /// The size of a disk in bytes, a multiple of 1 MiB.
    static long disk(String word, Streams streams) throws Complaint {
        return rounded(bytes(word, "disk"), "disk", streams);
    }

    private static long rounded(long bytes, String what, Streams streams) throws Complaint {
        if (bytes < MEBIBYTE) {
            throw Complaint.named(what + " size must be at least 1MB");
        }
        long rounded = bytes - bytes % MEBIBYTE;
        if (rounded != bytes) {
            streams.err()
                    .println("vmctl: %s size rounded to %dM".formatted(what, rounded / MEBIBYTE));
        }
        return rounded;
    }

    /// A fraction without a unit is dropped.
    private static long bytes(String word, String what) throws Complaint {
        Matcher form = FORM.matcher(word.toUpperCase(Locale.ROOT));
        if (!form.matches()) {
            throw Complaint.named("invalid " + what + " size: " + word + ": Invalid argument");
        }
        String unit = form.group(4);
        String fraction = form.group(3) == null || unit.isEmpty() ? "" : form.group(3);
        BigDecimal number =
                new BigDecimal(
                        form.group(1) + form.group(2) + (fraction.isEmpty() ? "" : "." + fraction));
        int scale = unit.isEmpty() ? 0 : UNITS.indexOf(unit);
        BigDecimal bytes = number.multiply(BigDecimal.valueOf(1L << (10 * scale)));
        if (bytes.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw Complaint.named("invalid " + what + " size: " + word + ": Result too large");
        }
        return bytes.longValue();
    }
}
