package vmconf.compiler.export.libvirt;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Identities that follow from names, so that an export that is defined again replaces what it has
/// defined before.
final class Uuids {
    private Uuids() {}

    /// Of a VM: the one that its guest sees under vmd, too.
    static String ofVm(String name) {
        return of(name);
    }

    static String ofNetwork(String name) {
        return of("network " + name);
    }

    private static String of(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
