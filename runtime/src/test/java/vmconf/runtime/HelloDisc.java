package vmconf.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// An ISO image that boots the hello guest, as "El Torito" (1995) has it: descriptors from sector
/// 16 on, of which the second leads to a catalogue, and that to a boot sector. Without any file.
final class HelloDisc {
    private static final int SECTOR = 2048;
    private static final int BOOT_SECTOR = 512;
    private static final int DESCRIPTORS = 16;
    private static final int CATALOGUE = 19;
    private static final int BOOT = 20;
    private static final int SECTORS = 24;
    private static final byte BOOTABLE = (byte) 0x88;

    private HelloDisc() {}

    /// @param image the hello guest's disk
    static void write(Path disc, Path image) throws IOException {
        byte[] hello = Files.readAllBytes(image);
        ByteBuffer iso = ByteBuffer.allocate(SECTORS * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        // the guest reads the rest of itself from the sector after the first, whatever its size
        iso.put(SECTOR, hello, BOOT_SECTOR, 7 * BOOT_SECTOR);
        descriptor(iso, DESCRIPTORS, 1);
        descriptor(iso, DESCRIPTORS + 1, 0);
        text(iso, (DESCRIPTORS + 1) * SECTOR + 7, "EL TORITO SPECIFICATION");
        iso.putInt((DESCRIPTORS + 1) * SECTOR + 0x47, CATALOGUE);
        descriptor(iso, DESCRIPTORS + 2, 255);
        catalogue(iso, CATALOGUE * SECTOR);
        iso.put(BOOT * SECTOR, hello, 0, BOOT_SECTOR);
        Files.write(disc, iso.array());
    }

    private static void descriptor(ByteBuffer iso, int sector, int kind) {
        iso.put(sector * SECTOR, (byte) kind);
        text(iso, sector * SECTOR + 1, "CD001\u0001");
    }

    /// The words of the first entry sum up to zero.
    private static void catalogue(ByteBuffer iso, int at) {
        iso.put(at, (byte) 1);
        iso.putShort(at + 30, (short) 0xaa55);
        iso.putShort(at + 28, (short) -(0xaa55 + 1));
        iso.put(at + 32, BOOTABLE);
        iso.putShort(at + 38, (short) 4);
        iso.putInt(at + 40, BOOT);
    }

    private static void text(ByteBuffer iso, int at, String text) {
        iso.put(at, text.getBytes(StandardCharsets.US_ASCII));
    }
}
