package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `vmconf why`, as a user sees it.
class WhyTest {
    @TempDir Path folder;

    private String file = "";

    @BeforeEach
    void writeFiles() throws IOException {
        Path base = folder.resolve("base.conf");
        Files.writeString(
                base,
                """
                vm "base" {
                	disable
                	memory $unit
                	disk "/b.img"
                	local interface
                }
                """);
        file =
                Files.writeString(
                                folder.resolve("vm.conf"),
                                """
                                unit = "1G"
                                include "%s"
                                vm "base" instance "web" {
                                	disk "/w.img"
                                	owner $who
                                }
                                """
                                        .formatted(base))
                        .toString();
    }

    private Ran why(String... words) {
        String[] args = new String[words.length + 6];
        System.arraycopy(
                new String[] {"why", "--target", "native", "-D", "who=alice", file}, 0, args, 0, 6);
        System.arraycopy(words, 0, args, 6, words.length);
        return Ran.vmconf("", args);
    }

    private void tells(String expected, String... words) {
        Ran ran = why(words);
        assertThat(ran.out().replace(folder + "/", "")).isEqualTo(expected);
        assertThat(ran.status()).isEqualTo(Command.OK);
    }

    @Test
    void theChainLeadsThroughParentMacroAndInclude() {
        tells(
                """
                vm "web" memory: 1G
                    taken over from vm "base"
                    base.conf:3:9: written here
                        memory $unit
                    vm.conf:1:8: macro "unit" is defined here
                        unit = "1G"
                    vm.conf:2:1: included here
                        include "base.conf"
                """,
                "web",
                "memory");
    }

    @Test
    void whatNobodyWroteNamesTheDefault() {
        tells(
                """
                vm "web" cpus: 1
                    taken over from vm "base"
                    default: default of "cpus": 1
                """,
                "web",
                "cpus");
        tells(
                """
                local.prefix: 100.64.0.0/10
                    default: default of "local prefix": 100.64.0.0/10
                """,
                "local.prefix");
    }

    @Test
    void aMacroOfTheCommandLineIsNamed() {
        tells(
                """
                vm "web" owner.user: alice
                    vm.conf:5:8: written here
                        owner $who
                    macro "who" is from the command line
                vm "web" owner.group: none
                    vm.conf:5:8: written here
                        owner $who
                    macro "who" is from the command line
                """,
                "web",
                "owner");
    }

    @Test
    void aKeyCanBeNamedInManyWays() {
        String path = why("web", "disks[0].path").out();
        assertThat(path).startsWith("vm \"web\" disks.0.path: /w.img\n");
        assertThat(why("web", "disk", "0", "path").out()).isEqualTo(path);
        assertThat(why("web", "disks/0/path").out()).isEqualTo(path);
        assertThat(why("web", "path").out()).isEqualTo(path);
        assertThat(why("web", "lladdr").out()).startsWith("vm \"web\" interfaces.0.lladdr: fe:e1");
        assertThat(why("web").out().lines()).hasSizeGreaterThan(30);
    }

    @Test
    void jsonHasTheProvenanceOfThePlan() {
        var json = new JsonMapper().readTree(why("--format", "json", "web", "memory").out());
        assertThat(json.at("/name").asString()).isEqualTo("web");
        assertThat(json.at("/values/0/pointer").asString()).isEqualTo("/vms/1/memory");
        assertThat(json.at("/values/0/value").asString()).isEqualTo("1073741824");
        assertThat(json.at("/values/0/provenance/at/line").asInt()).isEqualTo(3);
        assertThat(json.at("/values/0/provenance/parents/0").asString()).isEqualTo("base");
    }

    @Test
    void whatIsUnknownIsSaidWithTheNearestWord() {
        assertThat(why("wbe", "memory"))
                .isEqualTo(
                        new Ran(
                                Command.TROUBLE,
                                "",
                                "vmconf why: there is no VM, switch or setting \"wbe\"; did you mean \"web\"?\n"));
        assertThat(why("web", "memry").err())
                .isEqualTo(
                        "vmconf why: vm \"web\" has no key \"memry\"; did you mean \"memory\"?\n");
        assertThat(why("web", "colour").err())
                .startsWith(
                        "vmconf why: vm \"web\" has no key \"colour\"; its keys are id, name, ");
        assertThat(why().err()).startsWith("vmconf why: expected a file and then a VM and a key");
    }

    @Test
    void aPlanFileAnswersWhenItSaysWhereItsValuesCameFrom() throws IOException {
        String with = folder.resolve("with.yaml").toString();
        String without = folder.resolve("without.yaml").toString();
        Ran.vmconf(
                "",
                "compile",
                "--target",
                "native",
                "-D",
                "who=a",
                "--provenance",
                "-o",
                with,
                file);
        Ran.vmconf("", "compile", "--target", "native", "-D", "who=a", "-o", without, file);
        assertThat(Ran.vmconf("", "why", with, "web", "memory").out())
                .isEqualTo(why("web", "memory").out());
        assertThat(Ran.vmconf("", "why", without, "web", "memory").err())
                .endsWith(
                        "without.yaml does not say where its values come from\nhelp: write it with vmconf compile --provenance\n");
        assertThat(Files.size(Path.of(with))).isGreaterThan(Files.size(Path.of(without)));
    }
}
