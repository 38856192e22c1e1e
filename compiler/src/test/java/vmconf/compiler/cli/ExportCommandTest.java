package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmconf.compiler.report.Schemas;

class ExportCommandTest {
    private static final String EXACT =
            """
            switch "uplink" { interface bridge0 }
            vm "web" {
            	disk "/web.img" format raw
            	interface { switch "uplink" }
            }
            """;

    private static final String LOSSY =
            """
            vm "web" {
            	disk "/web.img" format raw
            	local interface { rdomain 3 }
            	owner joe
            }
            """;

    @TempDir private Path folder;

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(each -> folder.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void filesGoToAFolderThatIsMadeForThem() throws IOException {
        assertThat(Ran.vmconf(EXACT, "export", "libvirt", "-o", at("a/b"), "-"))
                .isEqualTo(new Ran(0, "", ""));
        assertThat(written())
                .containsExactly(
                        "a/b/define.sh",
                        "a/b/domain-web.xml",
                        "a/b/network-uplink.xml",
                        "a/b/start.sh");
        Ran again = Ran.vmconf(EXACT, "export", "libvirt", "--strict", "-o", at("a/b"), "-");
        assertThat(again).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void ofManySuchFilesTheFirstTenAreNamed() throws IOException {
        Ran.vmconf(EXACT, "export", "libvirt", "-o", at("out"), "-");
        for (int i = 10; i < 22; i++) {
            Files.writeString(folder.resolve("out/domain-old%d\u001b.xml".formatted(i)), "");
        }
        assertThat(Ran.vmconf(EXACT, "export", "libvirt", "-o", at("out"), "-").err())
                .contains("domain-old10?.xml, ", "domain-old19?.xml (and 2 more)\n")
                .doesNotContain("old20", "\u001b");
    }

    /// Whose they are nobody knows, so they stay.
    @Test
    void filesOfMachinesThatAreGoneAreNamed() throws IOException {
        Ran.vmconf(EXACT.replace("web", "db"), "export", "libvirt", "-o", at("out"), "-");
        Files.writeString(folder.resolve("out/notes.xml"), "");
        Files.createDirectory(folder.resolve("out/domain-old.xml"));
        String conf = EXACT.replace("uplink", "lan");
        assertThat(Ran.vmconf(conf, "export", "libvirt", "--strict", "-o", at("out"), "-"))
                .isEqualTo(
                        new Ran(
                                0,
                                "",
                                "vmconf export: note: not written now, perhaps left by an earlier"
                                        + " export: %s, %s%n"
                                                .formatted(
                                                        at("out/domain-db.xml"),
                                                        at("out/network-uplink.xml"))));
        assertThat(written()).contains("out/domain-db.xml", "out/domain-web.xml", "out/notes.xml");
        assertThat(Ran.vmconf(conf, "export", "qemu", "-o", at("out"), "-").err()).isEmpty();
    }

    @Test
    void withoutAFolderTheyGoToStandardOutputUnderTheirNames() {
        Ran ran = Ran.vmconf(EXACT, "export", "libvirt", "-");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .startsWith("==> network-uplink.xml <==\n<?xml version=\"1.0\"")
                .contains("\n==> domain-web.xml <==\n", "\n==> start.sh <==\n#!/bin/sh\n")
                .endsWith("exit $failed\n");
    }

    @Test
    void lossesAreToldAtTheLineThatAskedForThem() {
        Ran ran = Ran.vmconf(LOSSY, "export", "libvirt", "--stdin-name", "vm.conf", "-");
        assertThat(ran.status()).isZero();
        assertThat(ran.err())
                .isEqualTo(
                        """
                        vm.conf:3:28: warning: vm "web" interfaces.0.rdomain 3 is dropped: libvirt puts no interface into a \
                        routing domain; what joins a bridge is where the bridge is [libvirt]
                                local interface { rdomain 3 }
                        vm.conf:3:2: warning: vm "web" interfaces.0.local.host 100.64.1.2 (and 5 more) is approximated: all local \
                        interfaces share one network with NAT, whose guests reach the host and not each other; vmd has a network of \
                        two addresses for each [libvirt]
                                local interface { rdomain 3 }
                        """);
    }

    @Test
    void strictnessWritesNothingButTheReport() throws IOException {
        Ran ran =
                Ran.vmconf(
                        LOSSY,
                        "export",
                        "libvirt",
                        "--strict",
                        "-o",
                        at("out"),
                        "--report",
                        at("report.json"),
                        "-");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains(
                        "<stdin>:3:28: error: vm \"web\" interfaces.0.rdomain 3 is dropped: ",
                        "<stdin>:4:8: error: vm \"web\" owner.user joe is kept as a note only: ")
                .endsWith("\nvmconf export: nothing is written\n");
        assertThat(written()).containsExactly("report.json");
        String report = Files.readString(folder.resolve("report.json"));
        Schemas.export(report);
        assertThat(report).contains("\"files\" : [ ]", "\"dropped\" : 2,");
    }

    @Test
    void whatIsRefusedIsAnErrorWithAWayOut() throws IOException {
        String conf = "vm \"web\" {\n\tdisk \"web.img\" format raw\n}\n";
        Ran ran = Ran.vmconf(conf, "export", "libvirt", "-o", at("out"), "-");
        assertThat(ran)
                .isEqualTo(
                        new Ran(
                                1,
                                "",
                                """
                                <stdin>:2:7: error: vm "web" disks.0.path web.img is refused: libvirt takes absolute paths only [libvirt]
                                        disk "web.img" format raw
                                help: --base FOLDER names the folder that relative paths start from
                                vmconf export: nothing is written
                                """));
        assertThat(written()).isEmpty();
        Ran based = Ran.vmconf(conf, "export", "libvirt", "--base", "/srv", "-o", at("out"), "-");
        assertThat(based).isEqualTo(new Ran(0, "", ""));
        assertThat(folder.resolve("out/domain-web.xml"))
                .content()
                .contains("<source file=\"/srv/web.img\"/>");
    }

    @Test
    void theReportNamesEachValueAndItsPlace() throws IOException {
        String report = at("report.json");
        Ran.vmconf(LOSSY, "export", "libvirt", "-o", at("out"), "--report", report, "-");
        String text = Files.readString(Path.of(report));
        Schemas.export(text);
        assertThat(text)
                .contains(
                        "\"files\" : [ \"network-vmconf-local.xml\", \"domain-web.xml\", \"define.sh\", \"start.sh\" ]",
                        "\"value\" : \"3\",\n    \"fate\" : \"dropped\"",
                        "\"line\" : 3,\n      \"column\" : 28");
    }

    @Test
    void aPlanIsExportedLikeItsFile() {
        String plan = Ran.vmconf(LOSSY, "compile", "-").out();
        Ran ran = Ran.vmconf(plan, "export", "libvirt", "--stdin-name", "plan.yaml", "-");
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("==> domain-web.xml <==\n", "<name>web</name>");
        assertThat(ran.err())
                .contains("plan.yaml: warning: vm \"web\" interfaces.0.rdomain 3 is dropped: ")
                .doesNotContain("staggered");
    }

    @Test
    void mistakesAreAnsweredWithAWayOut() throws IOException {
        assertThat(Ran.vmconf(EXACT, "export", "libvrt", "-").err())
                .startsWith("vmconf export: unknown target \"libvrt\", expected ")
                .contains("did you mean \"libvirt\"?");
        assertThat(Ran.vmconf("", "export", "vm.conf").err())
                .startsWith("vmconf export: expected a target and a file: openbsd vm.conf; ");
        assertThat(Ran.vmconf(EXACT, "export", "libvirt", "--base", "srv", "-").err())
                .startsWith("vmconf export: --base \"srv\" is no absolute path\n");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(Ran.vmconf(EXACT, "export", "libvirt", "-o", file.toString(), "-"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "vmconf export: cannot write " + file + ": it is no folder\n"));
        Ran gone =
                Ran.vmconf(EXACT, "export", "libvirt", "-o", at("new"), "--report", "/no/r", "-");
        assertThat(gone.err())
                .isEqualTo("vmconf export: cannot write /no/r: no such file or folder\n");
        assertThat(written()).containsExactly("file");
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(Ran.vmconf("vm \"a\" { memry 1 }\n", "export", "libvirt", "-").status())
                .isEqualTo(1);
    }

    @Test
    void aClusterIsToldWhichNodesSeeTheImages() {
        Ran ran = Ran.vmconf(EXACT, "export", "pacemaker", "--shared", "/", "-o", at("out"), "-");
        assertThat(ran.status()).isZero();
        assertThat(ran.err())
                .doesNotContain("warning: ")
                .startsWith("vmconf export: note: the cluster has to be able to fence: ");
        assertThat(folder.resolve("out/cib.xml")).content().doesNotContain("rsc_location");
        Ran bound = Ran.vmconf(EXACT, "export", "pacemaker", "--node", "kvm1", "-");
        assertThat(bound.out()).contains("<expression id=\"vm.home-web\" attribute=\"#uname\"");
        assertThat(bound.err()).contains("only node kvm1 has it, so that its machine runs there");
        assertThat(Ran.vmconf(EXACT, "export", "libvirt", "--node", "kvm1", "-").err())
                .startsWith("vmconf export: --shared and --node are for target \"pacemaker\" only");
        assertThat(Ran.vmconf(EXACT, "export", "pacemaker", "--node", "a b", "-").err())
                .startsWith("vmconf export: --node \"a b\" is no name of a node");
        assertThat(Ran.vmconf(EXACT, "export", "pacemaker", "--shared", "srv", "-").err())
                .startsWith("vmconf export: --shared \"srv\" is no absolute path");
        Ran strict = Ran.vmconf(EXACT, "export", "pacemaker", "--strict", "-");
        assertThat(strict.status()).isEqualTo(1);
        assertThat(strict.err()).doesNotContain("note: ");
    }

    /// A raw image is as large as its file, one of qcow2 as its header says.
    @Test
    void imagesThatCanBeReadBecomeDataVolumes() throws IOException {
        Files.write(folder.resolve("a.img"), new byte[3 << 20]);
        byte[] qcow2 = new byte[104];
        ByteBuffer.wrap(qcow2).putInt(0x514649fb).putInt(3).putLong(24, 5L << 30);
        Files.write(folder.resolve("b.qcow2"), qcow2);
        String conf =
                """
                vm "web" {
                	disk "a.img" format raw
                	disk "b.qcow2" format qcow2
                	disk "gone.img" format raw
                }
                """;
        Ran ran = Ran.vmconf(conf, "export", "kubevirt", "--data-volumes", "--base", at(""), "-");
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains("storage: \"3Mi\"", "storage: \"5120Mi\"")
                .contains("fill web-disk-1 ", "upload web-disk-2 ");
        assertThat(Ran.vmconf(conf, "export", "kubevirt", "-").out())
                .doesNotContain("dataVolumeTemplates");
        assertThat(Ran.vmconf(conf, "export", "qemu", "--data-volumes", "-").err())
                .startsWith("vmconf export: --data-volumes is for target \"kubevirt\" only\n");
    }

    @Test
    void aScriptStartsTheMachinesWhereATargetCanChoose() {
        String conf = "staggered start parallel 1 delay 9\n" + EXACT;
        assertThat(Ran.vmconf(conf, "export", "kubevirt", "-").err())
                .contains("staggered-start.parallel 1 (and 1 more) is dropped", "--stagger");
        Ran ran = Ran.vmconf(conf, "export", "kubevirt", "--stagger", "-");
        assertThat(ran.err()).doesNotContain("staggered");
        assertThat(ran.out()).contains("==> start.sh <==", "\ndelay=9\n", "\nstart web  # ");
        assertThat(Ran.vmconf(conf, "export", "libvirt", "--stagger", "-").err())
                .startsWith("vmconf export: --stagger is for target \"kubevirt\" only\n");
    }
}
