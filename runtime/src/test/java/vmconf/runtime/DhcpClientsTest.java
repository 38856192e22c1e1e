package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmconf.runtime.host.Accounts;

/// The answers to DHCP as real clients understand them, over a pair of links.
@Tag("qemu")
@Timeout(120)
class DhcpClientsTest {
    private static final String MAC = "fe:e1:bb:00:01:00";

    /// What the clients' scripts are told, in the words of each.
    private static final String SCRIPT =
            """
            #!/bin/sh
            case $1$reason in bound|BOUND|REBOOT) ;; *) exit 0 ;; esac
            {
                echo "$ip$new_ip_address $subnet$new_subnet_mask $router$new_routers"
                echo "$dns$new_domain_name_servers $lease$new_dhcp_lease_time"
                echo "$hostname$new_host_name $boot_file$filename$new_filename"
            } > FOLDER/told.new
            mv FOLDER/told.new FOLDER/told
            """;

    @TempDir Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            busybox  | busybox udhcpc -i guest0 -n -q -s @/script -O bootfile
            dhclient | dhclient -1 -d -v -sf @/script -lf @/leases -pf @/pid -cf @/dhclient.conf guest0
            dhcpcd   | dhcpcd -B -1 -4 -A -c @/script -f @/dhcpcd.conf guest0
            """)
    void understand(String program, String command) throws Exception {
        assumeTrue(Accounts.isRoot(), "links need root");
        assumeTrue(isThere(program), program + " is not installed");
        Path script = folder.resolve("script");
        Files.writeString(script, SCRIPT.replace("FOLDER", folder.toString()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("dhclient.conf"), "timeout 20;\n");
        Files.writeString(folder.resolve("dhcpcd.conf"), "option host_name, domain_name_servers\n");
        try (Namespace host = Namespace.make("dhcp-host");
                Namespace guest = Namespace.make("dhcp-guest")) {
            connect(host, guest);
            Process responder = responder(host);
            try {
                assertThat(responder.inputReader().readLine()).isEqualTo("ready");
                Process client = client(guest, command.replace("@", folder.toString()));
                try {
                    Wait.until("it is told", () -> Files.exists(folder.resolve("told")));
                } finally {
                    client.destroyForcibly().waitFor();
                }
            } finally {
                responder.destroyForcibly().waitFor();
            }
        }
        assertThat(Files.readString(folder.resolve("told")))
                .startsWith("100.64.1.3 255.255.255.254 100.64.1.2\n100.64.1.2 4294967295\n")
                .containsAnyOf("web-1 auto_install\n", "web-1 \n");
    }

    private static boolean isThere(String program) throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v " + program)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static void connect(Namespace host, Namespace guest) throws Exception {
        String other = guest.name();
        run(
                host,
                "ip link add host0 type veth peer name guest0 address %s netns %s"
                        .formatted(MAC, other));
        run(host, "ip link set dev host0 up");
        run(host, "ip addr add 100.64.1.2/31 dev host0");
        run(guest, "ip link set dev guest0 up");
    }

    private static void run(Namespace namespace, String command) throws Exception {
        List<String> all = new ArrayList<>(namespace.prefix());
        all.addAll(List.of(command.split(" ")));
        assertThat(new ProcessBuilder(all).inheritIO().start().waitFor()).as(command).isZero();
    }

    private static Process responder(Namespace host) throws Exception {
        List<String> command = new ArrayList<>(host.prefix());
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "vmconf.runtime.network.PlayedResponder",
                        "host0",
                        MAC));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private Process client(Namespace guest, String command) throws Exception {
        List<String> all = new ArrayList<>(guest.prefix());
        all.addAll(List.of(command.split(" ")));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("client.log").toFile())
                .start();
    }
}
