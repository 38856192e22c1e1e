package vmconf.runtime.qemu;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import vmconf.plan.machine.Arguments;
import vmconf.plan.machine.Blueprint;
import vmconf.runtime.host.Mark;
import vmconf.runtime.supervise.Arrival;
import vmconf.runtime.supervise.DiskStamp;
import vmconf.runtime.supervise.Entry;
import vmconf.runtime.supervise.Hypervisor;
import vmconf.runtime.supervise.LaunchException;

/// A state from elsewhere.
record Incoming(Arrival arrival, Hypervisor.Gate gate) implements Filling {
    @Override
    public List<String> arguments(Blueprint plan, RunFolder folder) {
        return Arguments.receiving(plan, folder.incoming());
    }

    @Override
    public void fill(Qmp qmp, QemuProcess qemu) throws LaunchException, IOException {
        Optional<String> obstacle =
                arrival.portrait().platform().obstacle(PlatformFacts.of(qmp::execute));
        if (obstacle.isPresent()) {
            throw new StateRefusedException("the state does not fit: " + obstacle.get());
        }
        Migration migration = new Migration(qmp::execute, qemu.folder());
        migration.prepareToReceive();
        List<DiskStamp> disks = copied(qemu);
        JsonNode end = migration.ended();
        if (!end.path("status").asString("").equals("completed")) {
            throw new StateRefusedException(
                    "the state is not one that qemu takes: "
                            + end.path("error-desc").asString("it did not finish"));
        }
        try {
            gate.pass(disks);
        } catch (LaunchException e) {
            throw new StateRefusedException(e.getMessage());
        }
    }

    /// What QEMU says when it does not take any more is said in its own words.
    private List<DiskStamp> copied(QemuProcess qemu) throws LaunchException, IOException {
        try (SocketChannel channel = qemu.connect(qemu.folder().incoming());
                Sink sink = new Sink(Channels.newOutputStream(channel))) {
            Files.deleteIfExists(qemu.folder().incoming());
            try {
                return arrival.copyTo(sink);
            } catch (IOException e) {
                if (sink.broken) {
                    throw e;
                }
                throw new StateRefusedException("the state cannot be used: " + e.getMessage());
            }
        }
    }

    @Override
    public void noted() {
        Mark.RECEIVE_LET_IN.pass();
    }

    @Override
    public void letGo(Entry entry) throws IOException {
        Mark.RECEIVE_LET_GO.pass();
        entry.moving(Optional.empty());
    }

    /// Knows whether it was itself that failed.
    private static final class Sink extends FilterOutputStream {
        private boolean broken;

        Sink(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                broken = true;
                throw e;
            }
        }
    }
}
