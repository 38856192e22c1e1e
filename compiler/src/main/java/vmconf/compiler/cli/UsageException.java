package vmconf.compiler.cli;

/// Arguments that a command cannot work with. The message says which and what is expected.
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
