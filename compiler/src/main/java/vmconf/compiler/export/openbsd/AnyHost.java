package vmconf.compiler.export.openbsd;

import java.util.OptionalLong;
import vmconf.compiler.vmd.Host;

/// A host on which every path, user and group exists: the plan is for another one than this.
final class AnyHost implements Host {
    private static final long FIRST = 1000;

    @Override
    public Resolved realpath(String path) {
        return new Resolved.Path(path.startsWith("/") ? path : "/" + path);
    }

    @Override
    public OptionalLong user(String name) {
        return number(name);
    }

    @Override
    public OptionalLong group(String name) {
        return number(name);
    }

    private static OptionalLong number(String name) {
        return OptionalLong.of(name.equals("root") ? 0 : FIRST + (name.hashCode() & 0xffffff));
    }
}
