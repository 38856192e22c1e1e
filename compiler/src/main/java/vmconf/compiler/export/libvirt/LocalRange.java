package vmconf.compiler.export.libvirt;

import java.net.InetAddress;

/// The addresses of local interfaces as one network.
///
/// @param gateway its first address, which vmd gives to nobody as VMs are numbered from 1
/// @param length of its prefix
record LocalRange(String gateway, int length) {

    /// @param prefix in CIDR form, as a plan has it
    static LocalRange of(String prefix) {
        String[] parts = prefix.split("/");
        byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
        address[address.length - 1] |= 1;
        StringBuilder gateway = new StringBuilder();
        for (byte each : address) {
            gateway.append(gateway.isEmpty() ? "" : ".").append(each & 0xff);
        }
        return new LocalRange(gateway.toString(), Integer.parseInt(parts[1]));
    }
}
