package vmconf.compiler.value;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of interfaces and groups of the host, and of VMs. Each method gives the reason why a name
/// is none.
public final class HostNames {
    /// Longest interface or group name in bytes, IFNAMSIZ without its NUL.
    public static final int MAX_INTERFACE = 15;

    /// Longest name of a VM, and of a switch that an interface joins, in bytes.
    public static final int MAX_NAME = 63;

    private static final Pattern INTERFACE = Pattern.compile("([a-z]+)(\\d*)");
    private static final Pattern VM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Set<String> BRIDGES = Set.of("bridge", "veb");
    private static final long MAX_UNIT = 0xffffffffL;

    private HostNames() {}

    /// `tap` for any tap, `tapN` for a certain one.
    public static Optional<String> tap(String name) {
        Matcher parts = INTERFACE.matcher(name);
        boolean tap = parts.matches() && parts.group(1).equals("tap") && unitFits(parts.group(2));
        return tap
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
        Matcher parts = INTERFACE.matcher(name);
        return parts.matches() && parts.group(1).equals("tap") && unitFits(parts.group(2));
    }

    /// It has the form `bridgeN` or `vebN`, whatever its length.
    public static boolean isBridge(String name) {
        Matcher parts = INTERFACE.matcher(name);
        return parts.matches()
                && BRIDGES.contains(parts.group(1))
                && !parts.group(2).isEmpty()
                && unitFits(parts.group(2));
    }

    /// The type of an interface that has a unit number: `veb` of `veb0`.
    public static Optional<String> type(String name) {
        Matcher parts = INTERFACE.matcher(name);
        return parts.matches() && !parts.group(2).isEmpty() && unitFits(parts.group(2))
                ? Optional.of(parts.group(1))
                : Optional.empty();
    }

    /// An interface group; the empty name stands for none.
    public static Optional<String> group(String name) {
        if (!name.isEmpty() && Character.isDigit(name.charAt(name.length() - 1))) {
            return Optional.of("it ends in a digit, as only names of interfaces do");
        }
        return tooLong(name, MAX_INTERFACE);
    }

    /// A VM's name.
    public static Optional<String> vm(String name) {
        if (!VM.matcher(name).matches()) {
            return Optional.of(
                    "expected letters, digits, \".\", \"-\" and \"_\", with a letter or digit first");
        }
        return tooLong(name, MAX_NAME);
    }

    /// The length of a name or path in bytes.
    public static int length(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
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
        String number = digits.replaceFirst("^0+(?=.)", "");
        return number.length() <= 10 && Long.parseLong(number) <= MAX_UNIT;
    }
}
