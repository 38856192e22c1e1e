package vmconf.compiler.vmd;

import java.util.Map;
import java.util.OptionalLong;

/// A host on which every path exists, and with three users and groups.
final class FakeHost implements Host {
    private static final Map<String, Long> NUMBERS = Map.of("root", 0L, "daemon", 1L, "bin", 2L);

    @Override
    public Resolved realpath(String path) {
        return new Resolved.Path("/vm/" + path);
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
        Long number = NUMBERS.get(name);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
