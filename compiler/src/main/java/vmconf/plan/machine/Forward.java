package vmconf.plan.machine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A TCP port of the host by which a port of a guest with user-mode network is reached.
///
/// @param vm whose guest it is
/// @param address of the host, where connections are taken
/// @param hostPort from 1 to 65535
/// @param guestPort from 1 to 65535
public record Forward(String vm, String address, int hostPort, int guestPort) {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int LARGEST_PORT = 65_535;
    private static final Pattern FORM =
            Pattern.compile(
                    "([^:]+):(?:([0-9]{1,3}(?:\\.[0-9]{1,3}){3}):)?([0-9]{1,5}):([0-9]{1,5})");

    /// Reads `VM:[ADDRESS:]HOSTPORT:GUESTPORT`; only this host can connect where no address is
    /// given.
    public static Optional<Forward> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String address = Optional.ofNullable(parts.group(2)).orElse(LOOPBACK);
        Forward forward =
                new Forward(
                        parts.group(1),
                        address,
                        Integer.parseInt(parts.group(3)),
                        Integer.parseInt(parts.group(4)));
        return Optional.of(forward).filter(Forward::isSound);
    }

    private boolean isSound() {
        return isPort(hostPort) && isPort(guestPort) && isAddress(address);
    }

    private static boolean isPort(int number) {
        return number > 0 && number <= LARGEST_PORT;
    }

    private static boolean isAddress(String text) {
        for (String part : text.split("\\.")) {
            if (Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "%s:%s:%d:%d".formatted(vm, address, hostPort, guestPort);
    }
}
