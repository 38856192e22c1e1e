package vmconf.runtime.vmctl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;
import vmconf.runtime.transfer.StateReader;

/// `vmctl receive`, and `vmctl load` of a state.
///
/// @param name of the VM that goes on; absent for the one it had
/// @param json print what came of it so
/// @param anyDisks even if its disks have been written to since
record ReceiveCommand(Optional<String> name, boolean anyDisks, boolean json) {
    /// Whether a file is a state, by its first bytes.
    static boolean isState(Path file) {
        byte[] magic = StateReader.MAGIC.getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(magic.length), magic);
        } catch (IOException e) {
            return false;
        }
    }

    static InputStream standardInput(Streams streams) throws Complaint {
        if (streams.inIsTerminal()) {
            throw Complaint.named(
                    "standard input is a terminal; say where the state comes from:\n"
                            + "help: vmctl receive NAME < FILE");
        }
        return streams.in();
    }

    boolean run(InputStream state, Connection connection, Streams streams) throws Complaint {
        try {
            connection.ask(new Request.Receive(name, anyDisks));
        } catch (RefusedException e) {
            if (json) {
                JsonAnswer.print(JsonAnswer.of(e), streams);
                return false;
            }
            throw e.fault() == Fault.IN_PROGRESS ? Complaint.named(e.text()) : Complaint.of(e);
        }
        Thread.ofPlatform().daemon().name("state").start(() -> bring(state, connection.channel()));
        try {
            String[] words = new Closing(connection).await().split(" ", 2);
            String tty = words.length > 1 ? words[1] : "-";
            if (json) {
                Reply.Started started =
                        new Reply.Started(Integer.parseInt(words[0]), tty, List.of());
                JsonAnswer.print(JsonAnswer.of(started), streams);
            } else {
                streams.err()
                        .println(
                                "vmctl: started vm %s successfully, tty %s"
                                        .formatted(words[0], tty));
            }
            return true;
        } catch (IOException | NumberFormatException e) {
            throw Complaint.named(String.valueOf(e.getMessage()));
        }
    }

    /// When the daemon has heard enough, it says why.
    private static void bring(InputStream state, SocketChannel daemon) {
        try {
            state.transferTo(Channels.newOutputStream(daemon));
            daemon.shutdownOutput();
        } catch (IOException e) {
            // the daemon does not listen any more
        }
    }
}
