package vmconf.plan;

/// A plan text that is not a plan of a known version. The message names line, column and key where
/// they are known.
public final class PlanException extends Exception {
    private static final long serialVersionUID = 1L;

    PlanException(String message) {
        super(message);
    }
}
