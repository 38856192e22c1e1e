package vmconf.runtime.vmctl;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// cu's escapes: a tilde at the start of a line, and the character after it. What the terminal
/// says by itself between the two is nothing typed.
final class Escapes {
    static final String HELP =
            """
            ~.\tleave this console
            ~^D\tleave this console
            ~~\tsend a tilde
            ~#\tsend a break
            ~?\tthis list
            """;

    private static final int TILDE = '~';
    private static final int CONTROL_D = 4;

    private final TerminalReport report = new TerminalReport();
    private boolean lineStart = true;
    private boolean beforeReport;
    private boolean tilde;

    /// Takes the next bytes typed, up to one that ends the session.
    Typed type(byte[] bytes) {
        ByteArrayOutputStream toGuest = new ByteArrayOutputStream();
        boolean help = false;
        boolean breaks = false;
        for (byte each : bytes) {
            if (tilde) {
                tilde = false;
                if (each == '.' || each == CONTROL_D) {
                    return new Typed(toGuest.toByteArray(), true, help, breaks);
                }
                if (each == '?') {
                    help = true;
                    continue;
                }
                if (each == '#') {
                    breaks = true;
                    continue;
                }
                if (each != TILDE) {
                    toGuest.write(TILDE);
                }
                send(toGuest, each);
            } else if (lineStart && each == TILDE) {
                tilde = true;
            } else {
                send(toGuest, each);
            }
        }
        return new Typed(toGuest.toByteArray(), false, help, breaks);
    }

    private void send(ByteArrayOutputStream toGuest, byte each) {
        toGuest.write(each);
        switch (report.take(each)) {
            case BEGINS -> beforeReport = lineStart;
            case GOES_ON -> {}
            case ENDS -> {
                lineStart = beforeReport;
                return;
            }
            case NONE -> {}
        }
        lineStart = each == '\r' || each == '\n';
    }

    /// What typed bytes ask for.
    static final class Typed {
        private final byte[] toGuest;
        private final boolean leave;
        private final boolean help;
        private final boolean breaks;

        Typed(byte[] toGuest, boolean leave, boolean help, boolean breaks) {
            this.toGuest = Arrays.copyOf(toGuest, toGuest.length);
            this.leave = leave;
            this.help = help;
            this.breaks = breaks;
        }

        /// Bytes to send.
        byte[] toGuest() {
            return Arrays.copyOf(toGuest, toGuest.length);
        }

        /// The user wants to leave, after those bytes.
        boolean leave() {
            return leave;
        }

        /// The user wants a break to be sent, after those bytes.
        boolean breaks() {
            return breaks;
        }

        /// The user wants to see the escapes.
        boolean help() {
            return help;
        }
    }
}
