package vmconf.runtime.protocol;

import java.util.Arrays;
import java.util.Locale;

/// Why a request was refused, with its JSON-RPC error code.
public enum Fault {
    /// the message is not a request
    MALFORMED(-32600),
    /// a daemon of another version
    UNKNOWN_METHOD(-32601),
    /// what the method needs is missing, or of another kind
    INVALID_PARAMS(-32602),
    /// no VM has that id or name; the text is a hint, perhaps empty
    NO_SUCH_VM(-32001),
    /// it runs already, or is being stopped already
    IN_PROGRESS(-32002),
    NOT_RUNNING(-32003),
    NOT_PERMITTED(-32004),
    /// the start failed; the text says why
    START_FAILED(-32005),
    /// the daemon has too much to do
    BUSY(-32006),
    /// a file was not taken; the text is the report on it
    REFUSED(-32007),
    /// the guest did not do what it was asked for; the text says why
    FAILED(-32008),
    ;

    private final int code;

    Fault(int code) {
        this.code = code;
    }

    /// As programs are told it, such as `no-such-vm`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Of the JSON-RPC error.
    public int code() {
        return code;
    }

    static Fault of(int code) {
        return Arrays.stream(values())
                .filter(each -> each.code == code)
                .findFirst()
                .orElse(MALFORMED);
    }
}
