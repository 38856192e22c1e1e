package vmconf.compiler.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.RandomText;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.Directive;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.plan.diff.BlockChange;
import vmconf.plan.diff.Change;
import vmconf.plan.diff.PlanDiff;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// What every edit of every file keeps.
class EditorProperties {
    private static final Options NATIVE = Options.forTarget(Target.NATIVE);

    /// A setting to be made.
    ///
    /// @param words behind the name of a VM
    /// @param keys of the plan that may change in that VM and in its instances
    record Wish(String words, String keys) {}

    /// What follows from other VMs that are enabled.
    private static final Pattern DERIVED = Pattern.compile("start(/.*)?");

    private static final List<Wish> WISHES =
            List.of(
                    new Wish("memory 3G", "memory"),
                    new Wish("memory 536870912", "memory"),
                    new Wish("cpus 9", "cpus"),
                    new Wish("cdrom /it's.iso", "cdrom"),
                    new Wish("boot /bsd.rd", "boot/image|interfaces/./local/dhcp/.*"),
                    new Wish("boot device net", "boot/device|interfaces/./local/dhcp/.*"),
                    new Wish("firmware uefi", "boot/firmware"),
                    new Wish("owner 1000", "owner/.*|allow-instance/.*"),
                    new Wish("owner bob:staff", "owner/.*|allow-instance/.*"),
                    new Wish("enable", "enabled"),
                    new Wish("disable", "enabled"),
                    new Wish("sev", "sev"),
                    new Wish("disk 1 /new.img", "disks/0/path"),
                    new Wish("disk 1 format raw", "disks/0/format"),
                    new Wish("disk + /more.img", "disks/.*"),
                    new Wish("interfaces 4", "interfaces/.*"),
                    new Wish("interface + group web", "interfaces/.*"),
                    new Wish("local interface +", "interfaces/.*"),
                    new Wish("interface 1 group web", "interfaces/0(/.*)?"),
                    new Wish("interface 1 rdomain 7", "interfaces/0(/.*)?"),
                    new Wish("interface 1 down", "interfaces/0(/.*)?"),
                    new Wish("interface 1 locked lladdr fe:e1:00:00:00:01", "interfaces/0(/.*)?"),
                    new Wish("allow instance boot cdrom", "allow-instance/.*"));

    @Provide
    Arbitrary<String> files() {
        return RandomLayout.texts();
    }

    @Provide
    Arbitrary<Wish> wishes() {
        return Arbitraries.of(WISHES);
    }

    private static Editor editor(String text) {
        return Editor.of(SourceFile.of("vm.conf", text), Sources.none(), NATIVE);
    }

    private static Plan plan(String text) {
        Compilation compilation =
                Compiler.compile(SourceFile.of("vm.conf", text), Sources.none(), NATIVE);
        return compilation.plan().orElseThrow(() -> new AssertionError(compilation.report()));
    }

    private static String vm(String text, int index) {
        List<Vm> vms = plan(text).vms();
        return vms.get(index % vms.size()).name();
    }

    private static Optional<String> edited(String text, EditResult result) {
        return switch (result) {
            case EditResult.Edited edited ->
                    Optional.of(
                            edited.changes().isEmpty()
                                    ? text
                                    : edited.changes().getFirst().after().text());
            case EditResult.Faulty _, EditResult.Refused _ -> Optional.empty();
        };
    }

    private static List<String> words(String vm, Wish wish) {
        List<String> words = new ArrayList<>(List.of(vm));
        words.addAll(List.of(wish.words().split(" ")));
        return words;
    }

    private static Optional<String> set(String text, String vm, Wish wish) {
        return edited(text, editor(text).set(words(vm, wish), MacroPolicy.HERE));
    }

    @Property(tries = 500)
    void onlyLinesOfTheEditChange(
            @ForAll("files") String text,
            @ForAll @IntRange(max = 7) int index,
            @ForAll("wishes") Wish wish) {
        Optional<String> after = set(text, vm(text, index), wish);
        Assume.that(after.isPresent());
        List<String> before = List.of(text.split("\n", -1));
        List<String> now = List.of(after.get().split("\n", -1));
        int head = 0;
        while (head < Math.min(before.size(), now.size())
                && before.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(before.size(), now.size()) - head
                && before.get(before.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        assertThat(before.size() - head - tail).isLessThanOrEqualTo(1);
        assertThat(now.size() - head - tail).isLessThanOrEqualTo(5);
    }

    @Property(tries = 500)
    void thePlanChangesInTheKeyThatIsSetAndInWhatFollows(
            @ForAll("files") String text,
            @ForAll @IntRange(max = 7) int index,
            @ForAll("wishes") Wish wish) {
        String vm = vm(text, index);
        Optional<String> after = set(text, vm, wish);
        Assume.that(after.isPresent());
        Plan now = plan(after.get());
        Pattern keys = Pattern.compile(wish.keys());
        for (BlockChange block : PlanDiff.between(plan(text), now).blocks()) {
            boolean concerned = isOf(now, block.name(), vm);
            for (Change change : block.changes()) {
                boolean follows = DERIVED.matcher(change.key()).matches();
                boolean expected = concerned && keys.matcher(change.key()).matches();
                assertThat(follows || expected)
                        .as("%s: %s of %s", wish.words(), change, block.name())
                        .isTrue();
            }
        }
    }

    /// It is the VM, or an instance of it.
    private static boolean isOf(Plan plan, String name, String vm) {
        Optional<Vm> found = plan.vmNamed(name);
        return name.equals(vm)
                || found.flatMap(Vm::instanceOf).filter(each -> isOf(plan, each, vm)).isPresent();
    }

    @Property(tries = 500)
    void whatIsSetIsSoAndStaysSo(
            @ForAll("files") String text,
            @ForAll @IntRange(max = 7) int index,
            @ForAll("wishes") Wish wish) {
        Assume.that(!wish.words().contains("+"));
        String vm = vm(text, index);
        Optional<String> after = set(text, vm, wish);
        Assume.that(after.isPresent());
        assertThat(set(after.get(), vm, wish)).isEqualTo(after);
        plan(after.get()).vmNamed(vm).ifPresent(each -> holds(each, wish));
    }

    private static void holds(Vm vm, Wish wish) {
        switch (wish.words()) {
            case "memory 3G" -> assertThat(vm.memory()).isEqualTo(3L << 30);
            case "cpus 9" -> assertThat(vm.cpus()).isEqualTo(9);
            case "cdrom /it's.iso" -> assertThat(vm.cdrom()).contains("/it's.iso");
            case "disable" -> assertThat(vm.enabled()).isFalse();
            case "enable" -> assertThat(vm.enabled()).isTrue();
            case "disk 1 /new.img" ->
                    assertThat(vm.disks().getFirst().path()).isEqualTo("/new.img");
            case "interface 1 down" -> assertThat(vm.interfaces().getFirst().up()).isFalse();
            default -> {}
        }
    }

    /// A block of one line becomes one of several, and stays so.
    @Property(tries = 500)
    void whatIsAddedAndTakenAwayLeavesTheBytes(
            @ForAll("files") String text,
            @ForAll @IntRange(max = 7) int index,
            @ForAll("wishes") Wish wish) {
        String vm = vm(text, index);
        List<String> key = words(vm, new Wish(key(text, vm, wish), ""));
        Assume.that(editor(text).unset(key) instanceof EditResult.Refused);
        Optional<String> after = set(text, vm, wish);
        Assume.that(after.isPresent() && !after.get().equals(text));
        Assume.that(!isOneLine(text, vm));
        EditResult unset = editor(after.get()).unset(key);
        assertThat(edited(after.get(), unset)).as("%s %s: %s", vm, wish, unset).contains(text);
    }

    private static boolean isOneLine(String text, String vm) {
        return !block(text, vm).span().text().contains("\n");
    }

    private static Directive.Vm block(String text, String vm) {
        return Compiler.check(SourceFile.of("vm.conf", text), Sources.none(), NATIVE)
                .config()
                .vmNamed(vm)
                .orElseThrow();
    }

    /// The words by which it is taken away.
    private static String key(String text, String vm, Wish wish) {
        String words = wish.words();
        if (words.contains("+")) {
            boolean disk = words.contains("disk");
            long count =
                    disk
                            ? written(text, vm, Directive.Disk.class)
                            : written(text, vm, Directive.Interface.class);
            return (disk ? "disk " : "interface ") + (count + 1);
        }
        if (words.startsWith("interface 1")) {
            return written(text, vm, Directive.Interface.class) == 0
                    ? "interface 1"
                    : "interface 1 " + (words.contains("lladdr") ? "lladdr" : words.split(" ")[2]);
        }
        if (words.startsWith("disk 1")) {
            return words.contains("format") ? "disk 1 format" : "disk 1";
        }
        return words.startsWith("boot device") || words.startsWith("allow")
                ? words.split(" ")[0] + " " + words.split(" ")[1]
                : words.split(" ")[0];
    }

    private static long written(String text, String vm, Class<? extends Directive> kind) {
        return block(text, vm).options().stream().filter(kind::isInstance).count();
    }

    @Property(tries = 300)
    void aNameThatIsGivenAndTakenBackLeavesTheBytes(
            @ForAll("files") String text, @ForAll @IntRange(max = 7) int index) {
        String vm = vm(text, index);
        String renamed = edited(text, editor(text).rename(List.of(vm, "other"))).orElseThrow();
        assertThat(plan(renamed).vms()).extracting(Vm::name).contains("other").doesNotContain(vm);
        assertThat(edited(renamed, editor(renamed).rename(List.of("other", vm)))).contains(text);
        if (text.contains("\"sw0\"")) {
            String lan = edited(text, editor(text).rename(List.of("sw0", "lan"))).orElseThrow();
            assertThat(lan).doesNotContain("\"sw0\"");
            assertThat(edited(lan, editor(lan).rename(List.of("lan", "sw0")))).contains(text);
        }
    }

    @Property(tries = 300)
    void aVmThatComesAndGoesLeavesTheBytes(@ForAll("files") String text) {
        Assume.that(text.endsWith("}\n"));
        NewVm vm =
                new NewVm(
                        "new",
                        Optional.empty(),
                        List.of(List.of("disk", "/n.img"), List.of("interface", "up")),
                        Optional.empty());
        String more = edited(text, editor(text).add(vm)).orElseThrow();
        assertThat(more).startsWith(text);
        assertThat(plan(more).vmNamed("new")).isPresent();
        assertThat(edited(more, editor(more).remove("new", false))).contains(text);
    }

    @Property(tries = 300)
    void whatGoesIsGoneAndTheOthersAreAsTheyWere(
            @ForAll("files") String text, @ForAll @IntRange(max = 7) int index) {
        String vm = vm(text, index);
        Plan before = plan(text);
        Optional<String> after = edited(text, editor(text).remove(vm, true));
        Plan now = plan(after.orElseThrow());
        for (Vm each : before.vms()) {
            assertThat(now.vmNamed(each.name()).isPresent())
                    .isEqualTo(!isOf(before, each.name(), vm));
        }
    }

    @Provide
    Arbitrary<String> anyTexts() {
        return RandomText.texts();
    }

    @Property(tries = 500)
    void nothingThrowsForAnyText(
            @ForAll("anyTexts") String noise,
            @ForAll("files") String text,
            @ForAll @IntRange(max = 2000) int at,
            @ForAll("wishes") Wish wish) {
        int cut = Math.min(at, text.length());
        String broken = text.substring(0, cut) + noise + text.substring(cut);
        for (MacroPolicy policy : MacroPolicy.values()) {
            assertThat(editor(broken).set(words("vm0", wish), policy)).isNotNull();
        }
        assertThat(editor(broken).unset(List.of("vm0", "disk", "1"))).isNotNull();
        assertThat(editor(broken).rename(List.of("vm0", "other"))).isNotNull();
        assertThat(editor(broken).remove("vm0", true)).isNotNull();
    }
}
