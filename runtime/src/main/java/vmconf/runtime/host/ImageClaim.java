package vmconf.runtime.host;

/// The disks one VM holds; given back once, further closing does nothing.
public interface ImageClaim extends AutoCloseable {
    @Override
    void close();
}
