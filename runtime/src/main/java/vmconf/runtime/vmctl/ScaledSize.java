package vmconf.runtime.vmctl;

/// Sizes as OpenBSD's fmt_scaled(3) prints them.
final class ScaledSize {
    private static final String UNITS = "BKMGTPE";
    private static final int UNIT = 1024;

    private ScaledSize() {}

    static String of(long bytes) {
        if (bytes == 0) {
            return "0B";
        }
        int scale = 0;
        long number = bytes;
        long rest = 0;
        while (number >= UNIT) {
            rest = number % UNIT;
            number /= UNIT;
            scale++;
        }
        long tenths = (10 * rest + UNIT / 2) / UNIT;
        if (tenths >= 10) {
            number++;
            tenths = 0;
        }
        char unit = UNITS.charAt(scale);
        if (scale == 0) {
            return number + "B";
        }
        if (number >= 100) {
            return (tenths >= 5 ? number + 1 : number) + String.valueOf(unit);
        }
        return number + "." + tenths + unit;
    }
}
