package vmconf.runtime.posix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.BiConsumer;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;

/// A packet socket on one interface that sees IPv4 datagrams to one UDP port, as whole frames.
public final class PacketSocket implements AutoCloseable {
    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW = 3;
    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int SOL_SOCKET = 1;
    private static final int SO_ATTACH_FILTER = 26;
    private static final int LARGEST_FRAME = 2048;
    private static final int STACK = 256 << 10;

    private final Descriptor socket;
    private volatile boolean open = true;

    private PacketSocket(Descriptor socket) {
        this.socket = socket;
    }

    /// @param index number of the interface
    /// @param port the UDP port whose datagrams are wanted
    /// @param frames called from one thread with this socket and each frame
    public static PacketSocket open(int index, int port, BiConsumer<PacketSocket, byte[]> frames)
            throws IOException {
        int type = SOCK_RAW | Posix.O_CLOEXEC | Posix.O_NONBLOCK;
        int fd = Posix.check(Posix.C.socket(AF_PACKET, type, 0), "cannot open a packet socket");
        PacketSocket made = new PacketSocket(new Descriptor(fd));
        try {
            made.attach(PortFilter.program(port));
            byte[] address = address(index);
            Posix.check(Posix.C.bind(fd, address, address.length), "cannot bind the packet socket");
        } catch (IOException e) {
            made.socket.release();
            throw e;
        }
        return made.started(index, frames);
    }

    private PacketSocket started(int index, BiConsumer<PacketSocket, byte[]> frames) {
        Thread.ofPlatform()
                .name("packets " + index)
                .daemon()
                .stackSize(STACK)
                .start(() -> read(frames));
        return this;
    }

    /// Whether frames are still read.
    public boolean isOpen() {
        return open;
    }

    public void send(byte[] frame) {
        socket.write(frame);
    }

    private void read(BiConsumer<PacketSocket, byte[]> frames) {
        try {
            while (socket.await(-1) != Descriptor.Readiness.CLOSED) {
                byte[] frame = socket.read(LARGEST_FRAME);
                if (frame.length > 0) {
                    frames.accept(this, frame);
                }
            }
        } catch (IOException e) {
            // the interface is gone; its lease is about to be closed
        } finally {
            open = false;
            socket.release();
        }
    }

    /// `struct sockaddr_ll`.
    private static byte[] address(int index) {
        ByteBuffer bytes = ByteBuffer.allocate(20).order(ByteOrder.nativeOrder());
        bytes.putShort((short) AF_PACKET);
        bytes.order(ByteOrder.BIG_ENDIAN).putShort((short) ETHERTYPE_IPV4);
        bytes.order(ByteOrder.nativeOrder()).putInt(index);
        return bytes.array();
    }

    /// `struct sock_fprog` with the program behind it.
    private void attach(long[] program) throws IOException {
        Pointer code = Memory.allocateDirect(Posix.RUNTIME, program.length * 8);
        for (int i = 0; i < program.length; i++) {
            code.putLongLong(i * 8L, program[i]);
        }
        Pointer header = Memory.allocateDirect(Posix.RUNTIME, 16);
        header.putShort(0, (short) program.length);
        header.putAddress(8, code.address());
        Posix.check(
                Posix.C.setsockopt(socket.number(), SOL_SOCKET, SO_ATTACH_FILTER, header, 16),
                "cannot filter the packet socket");
    }

    @Override
    public void close() {
        socket.close();
    }
}
