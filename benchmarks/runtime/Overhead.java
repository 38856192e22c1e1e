import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Compares `vmctl start` with the same QEMU run by hand: from nothing to the first byte on the console, in turn. Beside that it asks
/// vmd for a start over a connection that is there, and times a vmctl that only finds its daemon.
///
/// Usage: Overhead PAIRS VMCTL VM STATE-FOLDER SOCKET. QEMU's arguments are those of a guest that vmd has started (`/proc/PID/cmdline`); only
/// the folder of its sockets is another. By hand it is started paused too, and let go over QMP as soon as the console is connected.
public class Overhead {
    private static final long LIMIT = 60_000_000_000L;

    private final String vmctl;
    private final String vm;
    private final Path log;
    private final Path state;
    private final Path socket;
    private List<String> argv = List.of();

    private Overhead(String[] arguments) {
        vmctl = arguments[1];
        vm = arguments[2];
        state = Path.of(arguments[3]);
        socket = Path.of(arguments[4]);
        log = state.resolve("console").resolve(vm + ".log");
    }

    public static void main(String[] arguments) throws Exception {
        int pairs = Integer.parseInt(arguments[0]);
        Overhead overhead = new Overhead(arguments);
        overhead.started();
        overhead.byHand();
        double[][] took = new double[6][pairs];
        for (int i = 0; i < pairs; i++) {
            double[] start = overhead.started();
            took[0][i] = start[0];
            took[1][i] = start[1];
            took[2][i] = overhead.byHand();
            took[3][i] = took[0][i] / took[2][i];
            took[4][i] = overhead.asked();
            took[5][i] = overhead.pinged();
        }
        for (double[] each : took) {
            Arrays.sort(each);
        }
        System.out.printf("vmctl start to first byte   %7.1f ms%n", took[0][pairs / 2]);
        System.out.printf("the same QEMU by hand       %7.1f ms%n", took[2][pairs / 2]);
        System.out.printf("median ratio of the pairs   %7.2f%n", took[3][pairs / 2]);
        System.out.printf("vmctl start until it ends   %7.1f ms%n", took[1][pairs / 2]);
        System.out.printf("a start over a connection   %7.1f ms%n", took[4][pairs / 2]);
        System.out.printf("vmctl without any work      %7.1f ms%n", took[5][pairs / 2]);
    }

    /// Milliseconds to the first byte, and until vmctl has ended.
    private double[] started() throws Exception {
        Files.deleteIfExists(log);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(vmctl, "start", vm).start();
        var ended = process.onExit().thenApply(_ -> System.nanoTime());
        while (!Files.exists(log) || Files.size(log) == 0) {
            rest(start);
        }
        long first = System.nanoTime();
        double[] took = {(first - start) / 1e6, (ended.join() - start) / 1e6};
        if (argv.isEmpty()) {
            argv = arguments();
        }
        new ProcessBuilder(vmctl, "stop", "-f", "-w", vm).start().waitFor();
        return took;
    }

    /// Milliseconds from a request to the first byte.
    private double asked() throws Exception {
        Files.deleteIfExists(log);
        try (SocketChannel daemon = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            daemon.connect(UnixDomainSocketAddress.of(socket));
            long start = System.nanoTime();
            say(daemon, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"start\",\"params\":{\"vm\":\"" + vm + "\",\"options\":{\"disks\":[],\"nics\":[]}}}\n");
            while (!Files.exists(log) || Files.size(log) == 0) {
                rest(start);
            }
            double took = (System.nanoTime() - start) / 1e6;
            new ProcessBuilder(vmctl, "stop", "-f", "-w", vm).start().waitFor();
            return took;
        }
    }

    /// Milliseconds of a vmctl that asks nothing of substance.
    private double pinged() throws Exception {
        long start = System.nanoTime();
        new ProcessBuilder(vmctl, "log", "brief").start().waitFor();
        return (System.nanoTime() - start) / 1e6;
    }

    private List<String> arguments() throws IOException {
        String marker = state.toString();
        for (ProcessHandle each : ProcessHandle.allProcesses().toList()) {
            Path line = Path.of("/proc/" + each.pid() + "/cmdline");
            if (Files.isReadable(line)) {
                String text = Files.readString(line);
                if (text.contains("qemu-system") && text.contains(marker + "/run/")) {
                    return new ArrayList<>(List.of(text.split("\0")));
                }
            }
        }
        throw new IOException("no QEMU of that vmd runs");
    }

    private double byHand() throws Exception {
        Path folder = Files.createTempDirectory("byhand");
        folder.toFile().setWritable(true, false);
        folder.toFile().setExecutable(true, false);
        List<String> command =
                argv.stream()
                        .map(each -> each.replaceAll(state + "/run/[^/,]+", folder.toString()))
                        .toList();
        long start = System.nanoTime();
        Process qemu =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("errors").toFile())
                        .start();
        try (SocketChannel console = connect(folder, "console.sock", start);
                SocketChannel qmp = connect(folder, "qmp.sock", start)) {
            BufferedReader answers =
                    new BufferedReader(Channels.newReader(qmp, StandardCharsets.UTF_8));
            answers.readLine();
            say(qmp, "{\"execute\":\"qmp_capabilities\"}\n");
            answers.readLine();
            say(qmp, "{\"execute\":\"cont\"}\n");
            console.read(ByteBuffer.allocate(1));
            return (System.nanoTime() - start) / 1e6;
        } finally {
            qemu.destroyForcibly().waitFor();
            for (String each : List.of("errors", "console.sock", "qmp.sock")) {
                Files.deleteIfExists(folder.resolve(each));
            }
            for (Path each : Files.list(folder).toList()) {
                Files.deleteIfExists(each);
            }
            Files.delete(folder);
        }
    }

    private static void say(SocketChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static SocketChannel connect(Path folder, String name, long start) throws Exception {
        while (true) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(folder.resolve(name)));
                return channel;
            } catch (IOException e) {
                channel.close();
                rest(start);
            }
        }
    }

    private static void rest(long start) throws Exception {
        if (System.nanoTime() - start > LIMIT) {
            throw new IOException("waited too long");
        }
        Thread.sleep(0, 500_000);
    }
}
