package vmconf.compiler.value;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// Names of interfaces and groups of the host, and of VMs. Each method gives the reason why a name
/// is none.
public final class HostNames {
    /// Longest interface or group name in bytes, IFNAMSIZ without its NUL.
    public static final int MAX_INTERFACE = 15;

    /// Longest name of a VM, and of a switch that an interface joins, in bytes.
    public static final int MAX_NAME = 63;

    private static final Set<String> BRIDGES = Set.of("bridge", "veb");
    private static final long MAX_UNIT = 0xffffffffL;

    private HostNames() {}

    /// `tap` for any tap, `tapN` for a certain one.
    public static Optional<String> tap(String name) {
        return isTap(name)
                ? tooLong(name, MAX_INTERFACE)
                : Optional.of("expected tap or tapN, such as tap0");
    }

    /// `bridgeN` or `vebN`.
    public static Optional<String> bridge(String name) {
        return isBridge(name)
                ? tooLong(name, MAX_INTERFACE)
                : Optional.of("expected bridgeN or vebN, such as bridge0");
    }

    /// It has the form `tap` or `tapN`, whatever its length.
    public static boolean isTap(String name) {
        int unit = unitAt(name);
        return unit > 0 && name.substring(0, unit).equals("tap") && unitFits(name.substring(unit));
    }

    /// It has the form `bridgeN` or `vebN`, whatever its length.
    public static boolean isBridge(String name) {
        Optional<String> type = type(name);
        return type.isPresent() && BRIDGES.contains(type.get());
    }

    /// The type of an interface that has a unit number: `veb` of `veb0`.
    public static Optional<String> type(String name) {
        int unit = unitAt(name);
        return unit > 0 && unit < name.length() && unitFits(name.substring(unit))
                ? Optional.of(name.substring(0, unit))
                : Optional.empty();
    }

    /// Where the unit number stands, or would stand, behind the letters of an interface's name; 0
    /// when it is no such name.
    private static int unitAt(String name) {
        int letters = 0;
        while (letters < name.length() && isSmall(name.charAt(letters))) {
            letters++;
        }
        int end = letters;
        while (end < name.length() && isDigit(name.charAt(end))) {
            end++;
        }
        return end == name.length() ? letters : 0;
    }

    /// An interface group; the empty name stands for none.
    public static Optional<String> group(String name) {
        if (!name.isEmpty() && isDigit(name.charAt(name.length() - 1))) {
            return Optional.of("it ends in a digit, as only names of interfaces do");
        }
        return tooLong(name, MAX_INTERFACE);
    }

    /// A VM's name.
    public static Optional<String> vm(String name) {
        if (!isVm(name)) {
            return Optional.of(
                    "expected letters, digits, \".\", \"-\" and \"_\", with a letter or digit first");
        }
        return tooLong(name, MAX_NAME);
    }

    private static boolean isVm(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean alphanumeric = isSmall(c) || isDigit(c) || (c >= 'A' && c <= 'Z');
            if (!alphanumeric && (i == 0 || "._-".indexOf(c) < 0)) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// The length of a name or path in bytes.
    public static int length(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return name.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return name.length();
    }

    /// A name with no rule but its length.
    public static Optional<String> tooLong(String name, int limit) {
        int length = length(name);
        return length > limit
                ? Optional.of(
                        "it is %d bytes long, at most %d are allowed".formatted(length, limit))
                : Optional.empty();
    }

    private static boolean unitFits(String digits) {
        if (digits.isEmpty()) {
            return true;
        }
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.length() - zeros <= 10
                && Long.parseLong(digits, zeros, digits.length(), 10) <= MAX_UNIT;
    }
}
