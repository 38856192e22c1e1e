package vmconf.compiler.vmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.expand.Target;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// The rules about instances report an error where vmd's registration refuses one, nowhere else.
class InstanceRulesProperties {
    /// What vmd says when it refuses an instance for being one.
    private static final List<String> REASONS =
            List.of(
                    "cannot be reused",
                    "user mismatch",
                    "group mismatch",
                    "cannot change instance permissions",
                    "no devices");

    private static final Set<String> RULES =
            Set.of("VM209", "VM210", "VM211", "VM213", "VM214", "VM215");

    @Provide
    Arbitrary<List<String>> options() {
        return Arbitraries.of(
                        "enable",
                        "disk a.img",
                        "disk b.img",
                        "cdrom c.iso",
                        "memory 1G",
                        "interfaces 2",
                        "interface",
                        "interface tap",
                        "local interface tap3",
                        "interface tap4 up",
                        "interface { lladdr fe:e1:ba:00:00:01 }",
                        "interface { lladdr fe:e1:ba:00:00:02 down }",
                        "interface { lladdr fe:e1:ba:00:00:02 lladdr }",
                        "owner daemon",
                        "owner bin",
                        "owner daemon:bin",
                        "owner :bin",
                        "owner :root",
                        "owner 0",
                        "allow instance memory",
                        "allow instance { owner bin }")
                .set()
                .ofMaxSize(4)
                .map(List::copyOf);
    }

    @Property(tries = 1000)
    void anInstanceIsRefusedWhereARuleSaysSo(
            @ForAll("options") List<String> parent,
            @ForAll("options") List<String> child,
            @ForAll("options") List<String> grandchild) {
        String text =
                "vm p {\ndisk p.img\n%s}\n".formatted(lines(parent))
                        + "vm p instance c {\nenable\n%s}\n".formatted(lines(child))
                        + "vm p instance d {\nenable\n%s}\n".formatted(lines(grandchild));
        SourceFile file = SourceFile.of("vm.conf", text);
        String stderr =
                Judge.judge(file, Sources.none(), new FakeHost(), List.of(), new Mode(true, false))
                        .stderr();
        Assume.that(!stderr.contains("specified more than once"));
        List<String> codes =
                Compiler.check(file, Sources.none(), Options.forTarget(Target.OPENBSD))
                        .diagnostics()
                        .stream()
                        .map(Diagnostic::code)
                        .filter(RULES::contains)
                        .toList();
        boolean refused = REASONS.stream().anyMatch(stderr::contains);
        assertThat(!codes.isEmpty()).as("%s%s%s", text, stderr, codes).isEqualTo(refused);
    }

    private static String lines(List<String> options) {
        return options.stream().map(each -> each + "\n").collect(Collectors.joining());
    }
}
