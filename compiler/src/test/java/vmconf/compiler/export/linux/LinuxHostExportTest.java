package vmconf.compiler.export.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.expand.Target;
import vmconf.compiler.export.ExamplePlans;
import vmconf.compiler.export.Export;
import vmconf.compiler.export.Fate;
import vmconf.compiler.lower.PlanOf;
import vmconf.compiler.lower.RandomTree;
import vmconf.plan.ImagePaths;

/// The programs of a Linux host take what is exported.
class LinuxHostExportTest {
    private static final int GENERATED = 10;

    /// Names that are no words of units and shells by themselves.
    private static final String ODD =
            """
            socket owner "it's:a b"
            local inet6
            switch "a; reboot" {
            	interface bridge0
            	group "x;y z"
            }
            switch "far" {
            	interface veb1
            	rdomain 7
            	down
            }
            vm "odd" {
            	owner "joe:2nd"
            	disk "/srv/a b/50% \\\\ \\"x\\".img" format raw
            	disk "/dev/vg0/odd disk" format raw
            	disk "/etc/vm/x.img" format raw
            	local interface
            	interface { switch "a; reboot" }
            	interface { switch "far" rdomain 7 }
            }
            """;

    @TempDir Path folder = Path.of("");

    static List<Named<String>> confs() throws IOException {
        List<Named<String>> confs = new ArrayList<>(List.of(Named.of("odd", ODD)));
        for (Path conf : ExamplePlans.files()) {
            confs.add(Named.of(conf.getFileName().toString(), Files.readString(conf)));
        }
        return confs;
    }

    private static Export export(String conf) {
        return Export.of(
                new LinuxHostExporter(),
                ImagePaths.below("/srv", PlanOf.lenient(conf, Target.NATIVE)));
    }

    private HostFiles host(String conf) throws IOException {
        return HostFiles.of(export(conf), folder);
    }

    @ParameterizedTest
    @MethodSource("confs")
    void nftablesTakesTheRulesTwice(String conf) throws IOException {
        HostFiles.assumeThere("nft");
        HostFiles.assumeNamespace();
        HostFiles host = host(conf);
        if (host.has("vmd.nft")) {
            String rules =
                    host.runs(
                            "unshare",
                            "-n",
                            "sh",
                            "-ec",
                            "nft -c -f vmd.nft; nft -f vmd.nft; nft -f vmd.nft; nft list ruleset");
            assertThat(rules).containsAnyOf("chain postrouting", "chain groups");
            assertThat(rules.split("masquerade", -1).length).isLessThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("confs")
    void theKernelTakesTheSettings(String conf) throws IOException {
        HostFiles.assumeThere("sysctl");
        HostFiles.assumeNamespace();
        HostFiles host = host(conf);
        if (host.has("vmd-sysctl.conf")) {
            assertThat(host.runs("unshare", "-n", "sysctl", "-p", "vmd-sysctl.conf"))
                    .contains("net.ipv4.ip_forward = 1\n");
        }
    }

    @ParameterizedTest
    @MethodSource("confs")
    void ifupdownTakesTheBridges(String conf) throws IOException {
        HostFiles.assumeThere("ifquery");
        HostFiles host = host(conf);
        if (host.has("vmd-interfaces")) {
            String names = host.runs("ifquery", "-i", "vmd-interfaces", "--list");
            assertThat(names.lines()).hasSizeGreaterThan(1);
            for (String each : names.lines().filter(name -> !name.equals("lo")).toList()) {
                assertThat(
                                host.runs(
                                        "ifup",
                                        "--no-act",
                                        "--state-dir=" + folder,
                                        "-i",
                                        "vmd-interfaces",
                                        each))
                        .contains("ip link add name " + each + " type bridge");
            }
        }
    }

    @Test
    void ifupdownMakesTheBridge() throws IOException {
        HostFiles.assumeThere("ifup");
        HostFiles.assumeNamespace();
        String ifup = "ifup --no-scripts --state-dir=. -i vmd-interfaces bridge0; ";
        String made =
                host(ODD)
                        .runs(
                                "unshare",
                                "-n",
                                "sh",
                                "-ec",
                                ifup
                                        + ifup.replace("ifup", "ifdown")
                                        + ifup
                                        + "ip -d link show bridge0");
        assertThat(made).contains(",UP", "bridge forward_delay");
    }

    @ParameterizedTest
    @MethodSource("confs")
    void systemdMakesTheGroups(String conf) throws IOException {
        HostFiles.assumeThere("systemd-sysusers");
        HostFiles host = host(conf);
        Files.createDirectories(folder.resolve("etc"));
        host.runs("systemd-sysusers", "--root=" + folder, folder + "/vmd-sysusers.conf");
        assertThat(folder.resolve("etc/passwd")).content().contains("_vmd:x:");
    }

    /// In a root of its own, as the script puts it.
    @ParameterizedTest
    @MethodSource("confs")
    void systemdFindsNothingWrongWithTheUnits(String conf) throws IOException {
        HostFiles.assumeThere("systemd-analyze");
        assertThat(saidOfUnits(host(conf))).isEmpty();
    }

    private static String saidOfUnits(HostFiles host) throws IOException {
        host.runs("sh", "setup.sh", "networkd");
        Path root = host.folder().resolve("root");
        for (String each : List.of("vmd", "vmctl", "nft", "ip", "kill", "sh")) {
            Path program = root.resolve("usr/bin").resolve(each);
            Files.createDirectories(program.getParent());
            Files.writeString(program, "");
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
        Files.createSymbolicLink(root.resolve("bin"), Path.of("usr/bin"));
        Path units = root.resolve("etc/systemd/system");
        for (String each :
                List.of("network-online", "sysinit", "basic", "shutdown", "multi-user")) {
            Files.writeString(units.resolve(each + ".target"), "[Unit]\nDescription=a target\n");
        }
        return host.runs(
                "systemd-analyze",
                "verify",
                "--man=no",
                "--root=" + root,
                "vmd.service",
                "vmd-guests.service");
    }

    @ParameterizedTest
    @CsvSource({
        "ProtectSystem=full, ProtectSytem=full, Unknown key 'ProtectSytem'",
        "KillMode=process, KillMode=proces, proces",
    })
    void systemdSeesMistakes(String right, String wrong, String said) throws IOException {
        HostFiles.assumeThere("systemd-analyze");
        HostFiles host = host(ODD);
        Path unit = folder.resolve("vmd.service");
        Files.writeString(unit, Files.readString(unit).replace(right, wrong));
        assertThat(saidOfUnits(host)).contains(said);
    }

    /// The lower, the less the service can do; more where there are routing domains.
    @ParameterizedTest
    @CsvSource({"up, 38", "rdomain 3, 44"})
    void theServiceHasLittleToWorkWith(String option, int most) throws IOException {
        HostFiles.assumeThere("systemd-analyze");
        HostFiles host =
                host(
                        "vm \"a\" {\n\tdisk \"/a.img\" format raw\n\tinterface { %s }\n}\n"
                                .formatted(option));
        assertRating(host, "vmd.service", most);
        assertRating(host, "vmd-guests.service", 17);
    }

    private void assertRating(HostFiles host, String unit, int most) throws IOException {
        host.runs(
                "systemd-analyze",
                "security",
                "--offline=true",
                "--no-pager",
                "--threshold=" + most,
                folder.resolve(unit).toString());
    }

    @Test
    void theScriptPutsEachFileIntoItsPlace() throws IOException {
        HostFiles host = host(ODD);
        host.runs("sh", "setup.sh", "networkd");
        host.runs("sh", "setup.sh", "ifupdown");
        try (Stream<Path> files = Files.walk(folder.resolve("root"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .map(each -> folder.resolve("root").relativize(each).toString())
                    .containsExactlyInAnyOrder(
                            "etc/network/interfaces.d/vmd",
                            "etc/sysctl.d/60-vmd.conf",
                            "etc/systemd/network/10-vmd-bridge0.netdev",
                            "etc/systemd/network/10-vmd-bridge0.network",
                            "etc/systemd/network/10-vmd-taps.network",
                            "etc/systemd/system/vmd-guests.service",
                            "etc/systemd/system/vmd-rdomains.service",
                            "etc/systemd/system/vmd.service",
                            "etc/sysusers.d/vmd.conf",
                            "etc/vmd/plan.yaml",
                            "etc/vmd/vmd.nft");
        }
    }

    @Test
    void whatOddNamesBecome() throws IOException {
        HostFiles host = host(ODD);
        assertThat(host.folder().resolve("vmd.service"))
                .content()
                .contains(
                        "\nRequiresMountsFor=\"/srv/a b\"\n",
                        "\nDeviceAllow=\"/dev/vg0/odd disk\" rw\n",
                        "\nReadWritePaths=-/etc/vm\n");
        assertThat(host.folder().resolve("vmd-sysusers.conf"))
                .content()
                .contains("group \"a b\" has to be made by other means", "group \"2nd\" has");
        assertThat(host.folder().resolve("vmd.nft"))
                .content()
                .contains("set group_x_y_z {", "ip6 saddr fd00::/8");
        assertThat(VmdUnit.word("/50% \\ \"x\"")).isEqualTo("\"/50%% \\\\ \\\"x\\\"\"");
    }

    @Test
    void whatIsGeneratedIsTakenToo() throws IOException {
        HostFiles.assumeThere("nft");
        HostFiles.assumeNamespace();
        List<Export> exports =
                RandomTree.texts()
                        .sampleStream()
                        .map(LinuxHostExportTest::export)
                        .filter(each -> !each.isRefused())
                        .limit(GENERATED)
                        .toList();
        for (int i = 0; i < exports.size(); i++) {
            HostFiles host = HostFiles.of(exports.get(i), folder.resolve("" + i));
            host.runs("sh", "-n", "setup.sh");
            if (host.has("vmd.nft")) {
                host.runs("unshare", "-n", "nft", "-c", "-f", "vmd.nft");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "disk \"a.img\" format raw | /vms/0/disks/0/path | REFUSED",
                "sev | /vms/0/sev | REFUSED",
                "interface { switch \"lan\" rdomain 4 } | /vms/0/interfaces/0/switch | REFUSED",
            })
    void whatVmdWouldRefuseIsSaidAtItsPlace(String words, String pointer, Fate fate) {
        String conf =
                "switch \"lan\" { interface bridge0 }\nvm \"a\" {\n\tdisk \"/b.img\" format raw\n%s\n}\n"
                        .formatted(words);
        Export export =
                Export.of(
                        new LinuxHostExporter(),
                        PlanOf.lenient(
                                conf.replace("\tdisk \"/b.img\" format raw\ndisk", "disk"),
                                Target.NATIVE));
        assertThat(export.losses(false))
                .filteredOn(each -> each.outcome().value().pointer().equals(pointer))
                .singleElement()
                .satisfies(each -> assertThat(each.outcome().fate()).isEqualTo(fate));
    }
}
