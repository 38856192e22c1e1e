package vmconf.compiler.export.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.ExamplePlans;
import vmconf.compiler.export.Export;
import vmconf.compiler.export.Fate;
import vmconf.compiler.export.Outcome;
import vmconf.compiler.export.Settings;

class PacemakerExportTest {
    private static Export export(String text, Storage storage) {
        return Export.of(new PacemakerExporter(storage), ExamplePlans.of(text));
    }

    private static String file(String name, String text) {
        return export(text, Storage.UNKNOWN).files(new Settings("vm.conf", false)).stream()
                .filter(each -> each.name().equals(name))
                .map(Artifact::text)
                .findFirst()
                .orElseThrow();
    }

    private static String cib(String text) {
        return file("cib.xml", text);
    }

    private static List<Fate> fates(Export export, String key) {
        return export.outcomes().stream()
                .filter(each -> each.value().key().equals(key))
                .map(Outcome::fate)
                .toList();
    }

    private static String machine(String name, String more) {
        return "vm \"%s\" {\n\tdisk \"/a/%s\" format raw\n%s}\n".formatted(name, name, more);
    }

    /// XML would not be valid, and Pacemaker would take one thing for another.
    @Test
    void noTwoElementsHaveTheSameId() {
        StringBuilder conf = new StringBuilder("staggered start parallel 1 delay 1\n");
        for (String each :
                List.of("web", "config-web", "meta-web", "delay-1", "1x", "start-web", "a.b_c")) {
            conf.append(machine(each, ""));
        }
        List<String> ids =
                Pattern.compile(" id=\"([^\"]+)\"")
                        .matcher(cib(conf.toString()).replaceAll("<resource_ref[^>]*>", ""))
                        .results()
                        .map(each -> each.group(1))
                        .toList();
        assertThat(ids).hasSizeGreaterThan(80).doesNotHaveDuplicates();
        assertThat(ids).allMatch(each -> each.matches("[A-Za-z][A-Za-z0-9._-]*"));
    }

    /// The agent looks for a line that ends behind the name, and takes all that do.
    @Test
    void theNameOfADomainIsAloneOnItsLine() {
        String domain = file("domain-web.xml", machine("web", ""));
        assertThat(domain.lines().filter(each -> each.matches("\\s*<name>.*</name>\\s*")))
                .containsExactly("  <name>web</name>");
    }

    @Test
    void theAgentWritesNothingOfItsOwnIntoTheCluster() {
        String cib = cib(machine("web", "\tmemory 1000M\n"));
        for (String each : List.of("cpu", "hv_memory", "host_memory")) {
            assertThat(cib).contains("name=\"autoset_utilization_" + each + "\" value=\"false\"");
        }
        assertThat(cib)
                .contains("name=\"host_memory\" value=\"1000\"")
                .contains("name=\"placement-strategy\" value=\"utilization\"")
                .doesNotContain("stonith");
    }

    @Test
    void wavesAreOrderedOnlyWhereTheFileSaysHowManyStartAtOnce() {
        String three = machine("a", "") + machine("b", "") + machine("c", "");
        assertThat(cib(three)).contains("<constraints/>").doesNotContain("Delay");
        assertThat(cib("staggered start parallel 3 delay 5\n" + three)).contains("<constraints/>");
        String pair = cib("staggered start parallel 2 delay 5\n" + three);
        assertThat(pair).contains("startdelay\" value=\"5\"", "stopdelay\" value=\"0\"");
        assertThat(refs(pair)).containsExactly("vm-a", "vm-b", "vm.delay-1", "vm-c");
        String eager = cib("staggered start parallel 2 delay 0\n" + three);
        assertThat(refs(eager)).containsExactly("vm-a", "vm-b", "vm-c");
        assertThat(eager).contains("kind=\"Optional\"").doesNotContain("Delay");
        String never = cib("staggered start parallel 2 delay 9223372036854775807\n" + three);
        assertThat(never).contains("startdelay\" value=\"86400\"", "timeout=\"86430s\"");
    }

    private static List<String> refs(String cib) {
        return Pattern.compile("<resource_ref id=\"([^\"]+)\"")
                .matcher(cib)
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
    }

    @Test
    void whereImagesAreDecidesWhatIsTold() {
        String conf =
                """
                vm "a" {
                	disk "/shared/a" format raw
                	cdrom "/shared/../iso/b"
                }
                """;
        Export unknown = export(conf, Storage.UNKNOWN);
        assertThat(fates(unknown, "disks/0/path")).containsExactly(Fate.APPROXIMATED);
        Export shared = export(conf, new Storage(List.of("/shared/"), Optional.empty()));
        assertThat(fates(shared, "disks/0/path")).containsExactly(Fate.EXACT);
        assertThat(fates(shared, "cdrom")).containsExactly(Fate.APPROXIMATED);
        Export all = export(conf, new Storage(List.of("/shared", "/iso"), Optional.empty()));
        assertThat(all.losses(true)).isEmpty();
        Export one = export(conf, new Storage(List.of("/shared"), Optional.of("kvm1")));
        assertThat(one.losses(true))
                .singleElement()
                .satisfies(each -> assertThat(each.outcome().reason()).contains("only node kvm1"));
        String cib = one.files(new Settings("vm.conf", false)).get(2).text();
        assertThat(cib).contains("operation=\"ne\" value=\"kvm1\"", "score=\"-INFINITY\"");
    }

    @Test
    void aKernelIsStillOnlyTakenForOne() {
        String conf = "vm \"a\" {\n\tboot \"/shared/bsd\"\n\tdisk \"/shared/a\" format raw\n}\n";
        Export export = export(conf, new Storage(List.of("/shared"), Optional.empty()));
        assertThat(export.losses(false))
                .singleElement()
                .satisfies(each -> assertThat(each.outcome().reason()).contains("Linux kernel"));
    }

    @Test
    void aNameOfDigitsIsRefused() {
        Export export = export(machine("1", ""), Storage.UNKNOWN);
        assertThat(export.isRefused()).isTrue();
        assertThat(export.losses(false).getFirst().text("error", "vm.conf", "pacemaker"))
                .contains(
                        "libvirt's number of another machine", "help: a name with a letter in it");
    }

    /// Nothing may start or define a machine but the cluster.
    @Test
    void libvirtsOwnScriptsAreNotThere() {
        assertThat(export(machine("web", ""), Storage.UNKNOWN).files(new Settings("x", true)))
                .map(Artifact::name)
                .containsExactly(
                        "networks.sh",
                        "domain-web.xml",
                        "cib.xml",
                        "preflight.sh",
                        "node.sh",
                        "apply.sh");
    }

    @Test
    void nothingInAPathReachesAShell() {
        String conf = "vm \"a\" {\n\tdisk \"/a'; reboot; '\" format raw\n}\n";
        assertThat(file("preflight.sh", conf))
                .contains("\nimage a '/a'\\''; reboot; '\\'''\n")
                .contains("/dev/kvm");
    }
}
