package vmconf.compiler.rule;

import java.util.Optional;
import java.util.OptionalLong;
import vmconf.compiler.host.HostFacts;
import vmconf.compiler.host.HostFile;

/// A host whose files are told by their names: `missing` ones, `/var/vm` a folder, `.qcow2` images
/// (a `broken` one has no base, a `huge` one is larger than the disk), all others raw.
///
/// @param code of the rule whose example is tried
record ScriptedHost(String code) implements HostFacts {

    @Override
    public HostFile file(String path) {
        if (path.contains("missing")) {
            return new HostFile.Missing("no such file");
        }
        if (path.equals("/var/vm")) {
            return new HostFile.Special();
        }
        String identity = path.endsWith("link.img") ? "/var/vm/a.img" : path;
        Optional<HostFile.Qcow2> qcow2 =
                path.endsWith(".qcow2")
                        ? Optional.of(
                                new HostFile.Qcow2(
                                        path.contains("huge") ? 1L << 50 : 1L << 30,
                                        path.contains("broken")
                                                ? Optional.of("missing.qcow2")
                                                : Optional.empty()))
                        : Optional.empty();
        return new HostFile.Regular(identity, 1 << 20, qcow2);
    }

    @Override
    public boolean hasUser(String name) {
        return name.equals("root");
    }

    @Override
    public boolean hasGroup(String name) {
        return name.equals("root");
    }

    @Override
    public boolean hasInterface(String name) {
        return name.equals("bridge0");
    }

    @Override
    public OptionalLong memory() {
        return OptionalLong.of(32L << 30);
    }

    @Override
    public OptionalLong space(String path) {
        return OptionalLong.of(10L << 30);
    }

    @Override
    public boolean canUseKvm() {
        return !code.equals("VM710");
    }
}
