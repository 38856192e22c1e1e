import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Asks vmd the same over one connection again and again and prints how long its answers take. Usage: Ask SOCKET TIMES METHOD
public class Ask {
    public static void main(String[] arguments) throws Exception {
        int times = Integer.parseInt(arguments[1]);
        long[] took = new long[times];
        byte[] request =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":{}}\n"
                        .formatted(arguments[2])
                        .getBytes(StandardCharsets.UTF_8);
        long bytes = 0;
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(arguments[0]));
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            for (int i = 0; i < times; i++) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.wrap(request));
                bytes = 0;
                do {
                    channel.read(buffer.clear());
                    bytes += buffer.position();
                } while (buffer.get(buffer.position() - 1) != '\n');
                took[i] = System.nanoTime() - start;
            }
        }
        double first = took[0] / 1e6;
        Arrays.sort(took);
        System.out.printf(
                "first %.1f ms, median %.2f ms, most %.1f ms, %d KiB each%n",
                first, took[times / 2] / 1e6, took[times - 1] / 1e6, bytes >> 10);
    }
}
