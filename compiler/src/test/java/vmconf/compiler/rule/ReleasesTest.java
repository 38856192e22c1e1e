package vmconf.compiler.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Expander;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.Directives;
import vmconf.compiler.syntax.Feature;
import vmconf.compiler.syntax.Keyword;
import vmconf.compiler.syntax.Limit;
import vmconf.compiler.syntax.LimitStep;
import vmconf.compiler.syntax.Release;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// What the schema says of releases is what the rules say: an error on the release before, none
/// on the release itself.
class ReleasesTest {
    private static final List<Release> ALL = List.of(Release.values());

    /// The smallest file with the directive.
    private static final Map<String, String> DIRECTIVES =
            Map.ofEntries(
                    Map.entry("switch", "switch \"s\" {\n interface bridge0\n}\n"),
                    Map.entry("local-inet6", "local inet6\n"),
                    Map.entry("local-prefix", "local prefix 10.0.0.0/8\n"),
                    Map.entry("socket-owner", "socket owner root\n"),
                    Map.entry("agentx", "agentx\n"),
                    Map.entry("staggered-start", "staggered start parallel 2 delay 3\n"),
                    Map.entry("context", "agentx context x\n"),
                    Map.entry("path", "agentx path \"/x\"\n"),
                    Map.entry("group", nic("group \"g\"")),
                    Map.entry("rdomain", nic("rdomain 1")),
                    Map.entry("up", nic("up")),
                    Map.entry("down", nic("down")),
                    Map.entry("switch-interface", "switch \"s\" {\n interface bridge0\n}\n"),
                    Map.entry("locked-lladdr", inSwitch("locked lladdr")),
                    Map.entry("switch-add", inSwitch("add em0")),
                    Map.entry("cdrom", inVm("cdrom \"x.iso\"")),
                    Map.entry("boot", inVm("boot \"x\"")),
                    Map.entry("kernel", inVm("kernel \"x\"")),
                    Map.entry("boot-device", inVm("boot device disk")),
                    Map.entry("interface", inVm("interface")),
                    Map.entry("owner", inVm("owner root")),
                    Map.entry("allow-instance", inVm("allow instance { memory }")),
                    Map.entry("sev", inVm("sev")),
                    Map.entry("seves", inVm("seves")),
                    Map.entry("interface-switch", inSwitch("up") + nic("switch \"s\"")),
                    Map.entry("lladdr", nic("lladdr fe:e1:bb:00:00:01")),
                    Map.entry("allow-boot", inVm("allow instance { boot }")),
                    Map.entry("allow-memory", inVm("allow instance { memory }")),
                    Map.entry("allow-interface", inVm("allow instance { interface }")),
                    Map.entry("allow-disk", inVm("allow instance { disk }")),
                    Map.entry("allow-cdrom", inVm("allow instance { cdrom }")),
                    Map.entry("allow-instances", inVm("allow instance { instance }")),
                    Map.entry("allow-owner", inVm("allow instance { owner root }")));

    /// The smallest file that uses the feature.
    private static final Map<Feature, String> FEATURES =
            Map.of(
                    Feature.SLASH_WORDS, "vm \"a\" {\n disk /a.img\n}\n",
                    Feature.STRING_CONCATENATION, "vm \"a\" {\n disk \"a\" \".img\"\n}\n",
                    Feature.VM_INSTANCE,
                            inVm("enable") + "vm \"a\" instance \"b\" {\n disk \"b.img\"\n}\n",
                    Feature.DISK_FORMAT, "vm \"a\" {\n disk \"a.img\" format raw\n}\n",
                    Feature.LOCAL_INTERFACE, inVm("local interface"),
                    Feature.LOCKED_INTERFACE, nic("locked lladdr fe:e1:bb:00:00:01"),
                    Feature.LLADDR_WITHOUT_ADDRESS, nic("lladdr"),
                    Feature.SWITCH_TYPE_SWITCH, "switch \"s\" {\n interface switch0\n}\n",
                    Feature.SWITCH_TYPE_VEB, "switch \"s\" {\n interface veb0\n}\n",
                    Feature.STRICT_LOCAL_PREFIX, "local prefix 10.0.0.0\n");

    /// Those that rules do not report as too old or too new: they say when a rule holds at all,
    /// are judged by the grammar, or cannot be seen in a file.
    private static final EnumSet<Feature> SILENT =
            EnumSet.of(
                    Feature.QUOTED_ESCAPES,
                    Feature.MACRO_CHARACTERS,
                    Feature.NEWLINE_AT_END_OF_FILE,
                    Feature.MACRO_NAME_CHECK,
                    Feature.SILENT_WITHOUT_DEFAULT_FILE,
                    Feature.OWNER_WITHOUT_ARGUMENT,
                    Feature.SWITCH_INTERFACE_REQUIRED,
                    Feature.VM_NAME_CHECK,
                    Feature.BOOT_PATH_CHECK,
                    Feature.MEMORY_MESSAGES,
                    Feature.BOOT_ONLY_REFUSED,
                    Feature.FORMAT_FOUND_AT_START);

    private static String inVm(String option) {
        return "vm \"a\" {\n disk \"a.img\"\n " + option + "\n}\n";
    }

    private static String inSwitch(String option) {
        return "switch \"s\" {\n interface bridge0\n " + option + "\n}\n";
    }

    private static String nic(String option) {
        return inVm("interface { " + option + " }");
    }

    /// Errors only: other findings say nothing about releases.
    private static List<String> findings(String text, Release release) {
        Target target = Target.named("openbsd-" + release.word()).orElseThrow();
        return findings(text, target).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.code() + " " + finding.message())
                .toList();
    }

    private static List<Diagnostic> findings(String text, Target target) {
        Sources none = path -> new Sources.Answer.Refused("no such file");
        var config = Expander.expand(SourceFile.of("a.conf", text), none, target, List.of());
        return Rules.check(config, RuleSettings.DEFAULT).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    private static Release before(Release release) {
        return ALL.get(ALL.indexOf(release) - 1);
    }

    private static Release after(Release release) {
        return ALL.get(ALL.indexOf(release) + 1);
    }

    static Stream<DirectiveInfo> later() {
        return Directives.ALL.stream()
                .filter(info -> !info.lifetime().nativeOnly())
                .filter(info -> info.lifetime().isNewerThan(Release.OLDEST));
    }

    static Stream<DirectiveInfo> removed() {
        return Directives.ALL.stream().filter(info -> info.lifetime().until().isPresent());
    }

    @ParameterizedTest
    @MethodSource("later")
    void aDirectiveNeedsItsRelease(DirectiveInfo info) {
        String text = DIRECTIVES.getOrDefault(info.name(), "");
        Release since = info.lifetime().since().orElseThrow();
        assertThat(findings(text, before(since)))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).startsWith("VM501 "))
                .anySatisfy(
                        finding ->
                                assertThat(finding)
                                        .contains("OpenBSD " + since.word() + " or later"));
        assertThat(findings(text, since)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("removed")
    void aDirectiveIsRemovedBehindItsLastRelease(DirectiveInfo info) {
        String text = DIRECTIVES.getOrDefault(info.name(), "");
        Release until = info.lifetime().until().orElseThrow();
        assertThat(findings(text, until)).isEmpty();
        for (Release release : List.of(after(until), Release.NEWEST)) {
            assertThat(findings(text, release))
                    .singleElement()
                    .asString()
                    .startsWith("VM502 \"" + info.words() + "\" was removed in ")
                    .endsWith("OpenBSD " + after(until).word());
        }
    }

    @Test
    void everyDirectiveThatCameOrWentHasAFile() {
        assertThat(
                        Stream.concat(later(), removed())
                                .map(DirectiveInfo::name)
                                .collect(Collectors.toSet()))
                .isEqualTo(DIRECTIVES.keySet());
    }

    @ParameterizedTest
    @MethodSource("reported")
    void aFeatureHasItsReleases(Feature feature) {
        String text = FEATURES.getOrDefault(feature, "");
        Release since = feature.lifetime().since().orElseThrow();
        Release whole =
                feature.of()
                        .map(of -> DirectiveInfo.named(of).lifetime().since().orElseThrow())
                        .orElse(Release.OLDEST);
        assertThat(findings(text, since)).isEmpty();
        if (since != whole) {
            assertThat(findings(text, before(since)))
                    .singleElement()
                    .asString()
                    .matches("VM50[13] .*")
                    .contains(feature.what() + " needs ")
                    .contains("OpenBSD " + since.word() + " or later");
        }
        feature.lifetime()
                .until()
                .ifPresent(
                        until -> {
                            assertThat(findings(text, until)).isEmpty();
                            assertThat(findings(text, after(until)))
                                    .singleElement()
                                    .asString()
                                    .startsWith("VM503 " + feature.what() + " was removed in ");
                        });
    }

    static Set<Feature> reported() {
        return EnumSet.complementOf(SILENT);
    }

    @Test
    void everyFeatureThatIsReportedHasAFile() {
        assertThat(FEATURES.keySet()).isEqualTo(reported());
    }

    private static String atMost(Limit limit, long value) {
        return switch (limit) {
            case VM_NAME -> inVm("enable").replace("\"a\"", "\"" + "a".repeat((int) value) + "\"");
            case PATH -> "vm \"a\" {\n disk \"" + "a".repeat((int) value) + "\"\n}\n";
            case MEMORY -> inVm("memory " + value);
        };
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void aLimitHoldsFromItsRelease(Limit limit) {
        for (int i = 0; i + 1 < limit.steps().size(); i++) {
            LimitStep step = limit.steps().get(i);
            LimitStep next = limit.steps().get(i + 1);
            long more = step.most() + (limit == Limit.MEMORY ? 1 << 20 : 1);
            assertThat(findings(atMost(limit, step.most()), before(next.since()))).isEmpty();
            assertThat(findings(atMost(limit, more), before(next.since())))
                    .singleElement()
                    .asString()
                    .startsWith("VM503 " + limit.what() + " ")
                    .contains("OpenBSD " + next.since().word() + " or later");
            assertThat(findings(atMost(limit, more), next.since())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    void wordsThatAReleaseDoesNotReserveAreNames(Release release) {
        for (Keyword keyword : Keyword.values()) {
            boolean ordinary =
                    keyword.nativeOnly()
                            || keyword.since().compareTo(release) > 0
                            || keyword.until().compareTo(release) < 0;
            String text =
                    """
                    %1$s = "a.img"
                    vm %1$s {
                        disk $%1$s
                    }
                    vm "b" {
                        disk %1$s
                    }
                    """
                            .formatted(keyword.word());
            assertThat(findings(text, release))
                    .as(text)
                    .matches(found -> found.isEmpty() == ordinary);
        }
    }

    @Test
    void whatIsInsideOfADirectiveThatIsTooNewIsNotLookedAt() {
        String text =
                """
                switch "s" {
                    interface switch0
                    rdomain 1
                }
                vm "a" {
                    disk "a.img"
                    local interface { locked lladdr switch "s" }
                    allow instance { boot, memory }
                    owner
                }
                local prefix 10.0.0.0
                """;
        assertThat(findings(text, Release.OPENBSD_6_0))
                .containsExactly(
                        "VM501 \"switch\" needs OpenBSD 6.1 or later; the target is 6.0",
                        "VM501 \"interface\" needs OpenBSD 6.1 or later; the target is 6.0",
                        "VM501 \"allow instance\" needs about OpenBSD 6.4 or later; the target is 6.0",
                        "VM501 \"owner\" needs about OpenBSD 6.1 or later; the target is 6.0",
                        "VM501 \"local prefix\" needs OpenBSD 6.2 or later; the target is 6.0");
    }

    @Test
    void rulesThatCameLaterAreSilentBefore() {
        assertThat(findings("\"a b\" = \"x\"\n", Release.OPENBSD_5_9)).isEmpty();
        assertThat(findings("\"a b\" = \"x\"\n", Release.OPENBSD_6_3)).hasSize(1);
        assertThat(findings("vm \"-a b\" {\n disk \"x\"\n}\n", Release.OPENBSD_6_1)).isEmpty();
        assertThat(findings("vm \"-a b\" {\n disk \"x\"\n}\n", Release.OPENBSD_6_2)).hasSize(1);
        assertThat(findings("switch \"s\" {\n up\n}\n", Release.OPENBSD_6_2)).isEmpty();
        assertThat(findings("switch \"s\" {\n up\n}\n", Release.OPENBSD_6_3)).hasSize(1);
        assertThat(findings("local prefix 192.168.1.1/24\n", Release.OPENBSD_7_3)).isEmpty();
        assertThat(findings("local prefix 192.168.1.1/24\n", Release.OPENBSD_7_4)).hasSize(1);
        assertThat(findings("local inet6 prefix fd00::1/64\n", Release.OPENBSD_7_3)).isEmpty();
        assertThat(findings("local inet6 prefix fd00::1/64\n", Release.OPENBSD_7_4)).hasSize(1);
        assertThat(findings("local prefix 10.0.0.0/33\n", Release.OPENBSD_7_3)).hasSize(1);
        assertThat(findings(inVm("owner"), Release.OPENBSD_6_6)).isEmpty();
        assertThat(findings(inVm("owner"), Release.OPENBSD_6_7)).hasSize(1);
    }

    @Test
    void ourOwnRuntimeSpeaksTheNewestLanguage() {
        assertThat(findings(inVm("cpus 2"), Target.NATIVE)).isEmpty();
        assertThat(findings(inVm("seves"), Target.NATIVE)).isEmpty();
        assertThat(findings(inVm("kernel \"x\""), Target.NATIVE)).hasSize(1);
        for (Target target : Target.ALL) {
            assertThat(findings(inVm("cpus 2"), target))
                    .extracting(Diagnostic::message)
                    .isEqualTo(
                            target.isNative()
                                    ? List.of()
                                    : List.of("\"cpus\" is no directive of OpenBSD"));
        }
    }
}
