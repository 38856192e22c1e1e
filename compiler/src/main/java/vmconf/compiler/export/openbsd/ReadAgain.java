package vmconf.compiler.export.openbsd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Target;
import vmconf.compiler.export.Fate;
import vmconf.compiler.export.Remark;
import vmconf.compiler.export.conf.ConfLines;
import vmconf.compiler.export.conf.ConfText;
import vmconf.compiler.rule.RuleSettings;
import vmconf.compiler.vmd.Judge;
import vmconf.compiler.vmd.Mode;
import vmconf.compiler.vmd.Verdict;
import vmconf.plan.Plan;
import vmconf.plan.PlanBlock;
import vmconf.plan.PlanValue;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// What is written, as vmd of a release would understand it.
final class ReadAgain {
    /// What another target, another number or a flat file makes of them is told by the table.
    private static final List<String> OTHERWISE =
            List.of("target", "instance-of", "cpus", "boot/firmware", "boot/efivars");

    private static final Pattern PLACED = Pattern.compile("vmd: vm\\.conf:([0-9]{1,9}): (.*)");

    private ReadAgain() {}

    /// What the release refuses, and what would not mean the same.
    static List<Remark> remarks(Plan plan, Target release) {
        ConfLines lines = ConfText.of(plan, "read again", false);
        Compilation again =
                Compiler.compile(
                        SourceFile.of("vm.conf", lines.text()),
                        Sources.none(),
                        release.isOlder() ? Options.forTarget(release) : lenient(release));
        List<Remark> remarks = new ArrayList<>();
        for (Diagnostic each : again.diagnostics()) {
            if (each.severity() == Severity.ERROR) {
                remarks.add(refused(lines, each));
            }
        }
        again.plan().ifPresent(other -> changed(plan, other, remarks));
        if (remarks.isEmpty() && !release.isOlder()) {
            unregistered(lines, remarks);
        }
        return remarks;
    }

    /// What vmd says when it registers what it has read; a reason without a place comes before the
    /// line that has one.
    private static void unregistered(ConfLines lines, List<Remark> remarks) {
        Verdict verdict =
                Judge.judge(
                        SourceFile.of("vm.conf", lines.text()),
                        Sources.none(),
                        new AnyHost(),
                        List.of(),
                        new Mode(true, false));
        String reason = "";
        for (String line :
                verdict.accept() ? List.<String>of() : verdict.stderr().lines().toList()) {
            Matcher placed = PLACED.matcher(line);
            if (placed.matches()) {
                String why = reason.isEmpty() ? placed.group(2) : reason;
                String pointer = lines.pointer(Integer.parseInt(placed.group(1)));
                remarks.add(Remark.of(pointer, Fate.REFUSED, "vmd says: " + why));
                reason = "";
            } else {
                reason = line.replaceFirst("^vmd: ", "");
            }
        }
    }

    private static Remark refused(ConfLines lines, Diagnostic each) {
        int line = each.span().file().lineAt(each.span().start());
        return new Remark(lines.pointer(line), Fate.REFUSED, each.message(), each.help());
    }

    /// What we are stricter about than vmd is about what is wise, which is settled already; the
    /// newest vmd is asked itself.
    private static Options lenient(Target release) {
        Map<String, Optional<Severity>> levels =
                Compiler.rules().stream()
                        .filter(RuleInfo::adjustable)
                        .collect(Collectors.toMap(RuleInfo::code, _ -> Optional.of(Severity.NOTE)));
        return new Options(
                release,
                List.of(),
                Options.DEFAULT_SEED,
                new RuleSettings(levels),
                Optional.empty());
    }

    private static void changed(Plan plan, Plan other, List<Remark> remarks) {
        Map<String, String> found = new HashMap<>();
        for (PlanBlock block : PlanBlock.of(other)) {
            block.values().forEach(each -> found.put(each.pointer(), each.text()));
        }
        for (PlanBlock block : PlanBlock.of(plan)) {
            for (PlanValue each : block.values()) {
                String now = found.getOrDefault(each.pointer(), PlanValue.NONE);
                if (!OTHERWISE.contains(each.key()) && !now.equals(each.text())) {
                    remarks.add(changed(each, now));
                }
            }
        }
    }

    /// Numbers and addresses follow from the place in the file, which may not be that of a plan.
    private static Remark changed(PlanValue value, String now) {
        boolean follows =
                value.key().equals("id")
                        || value.key().startsWith("start/")
                        || value.key().contains("/local/");
        return follows
                ? Remark.of(value.pointer(), Fate.APPROXIMATED, "it becomes " + now)
                : Remark.of(
                        value.pointer(), Fate.REFUSED, "vm.conf cannot say it: it becomes " + now);
    }
}
