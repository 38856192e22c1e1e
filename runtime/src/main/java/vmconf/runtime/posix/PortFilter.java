package vmconf.runtime.posix;

/// A classic BPF program that lets whole IPv4 datagrams to one UDP port pass, so that the daemon
/// does not wake up for a guest's other traffic.
final class PortFilter {
    private static final int LOAD_HALF = 0x28;
    private static final int LOAD_BYTE = 0x30;
    private static final int LOAD_HALF_INDEXED = 0x48;
    private static final int LOAD_HEADER_LENGTH = 0xb1;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_SET = 0x45;
    private static final int RETURN = 0x06;

    private static final int UDP = 17;
    private static final int FRAGMENT_OFFSET = 0x1fff;

    private PortFilter() {}

    static long[] program(int port) {
        return new long[] {
            step(LOAD_HALF, 0, 0, 12),
            step(JUMP_EQUAL, 0, 8, 0x0800),
            step(LOAD_BYTE, 0, 0, 23),
            step(JUMP_EQUAL, 0, 6, UDP),
            step(LOAD_HALF, 0, 0, 20),
            step(JUMP_SET, 4, 0, FRAGMENT_OFFSET),
            step(LOAD_HEADER_LENGTH, 0, 0, 14),
            step(LOAD_HALF_INDEXED, 0, 0, 16),
            step(JUMP_EQUAL, 0, 1, port),
            step(RETURN, 0, 0, 0xffff),
            step(RETURN, 0, 0, 0),
        };
    }

    /// `struct sock_filter` in a little-endian word: code, jump if true, jump if false, operand.
    private static long step(int code, int ifTrue, int ifFalse, int operand) {
        return code | (long) ifTrue << 16 | (long) ifFalse << 24 | (long) operand << 32;
    }
}
