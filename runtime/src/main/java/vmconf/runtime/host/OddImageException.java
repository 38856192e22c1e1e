package vmconf.runtime.host;

/// An image is not as it should be, or only QEMU understands it. The message follows its name.
final class OddImageException extends Exception {
    private static final long serialVersionUID = 1L;

    OddImageException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
