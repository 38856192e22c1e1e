package vmconf.runtime.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import vmconf.plan.Vm;
import vmconf.runtime.host.HeldFile;
import vmconf.runtime.host.Rights;
import vmconf.runtime.host.Supplied;
import vmconf.runtime.posix.OpenFile;

/// A peer's rights on files.
record PeerRights(Peer peer) implements Rights {
    /// Of a VM a client may be told what is written beside its kernel.
    static Supplied onKernel(Vm vm, Peer peer) {
        return peer.mayDoAll()
                ? Supplied.NONE
                : new Supplied(
                        Optional.of(new PeerRights(peer)),
                        vm.boot().image().map(Set::of).orElse(Set.of()));
    }

    @Override
    public String user() {
        return peer.user();
    }

    @Override
    public HeldFile open(Path file, boolean toWrite) throws IOException {
        return new Held(OpenFile.as(peer.credentials(), file, toWrite));
    }

    private record Held(OpenFile file) implements HeldFile {
        @Override
        public Path path() {
            return file.path();
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
