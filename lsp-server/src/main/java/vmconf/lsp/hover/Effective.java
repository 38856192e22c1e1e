package vmconf.lsp.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.why.Question.Answer;
import vmconf.compiler.why.WhyText;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.Question;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.PlanValue;
import vmconf.plan.Vm;

/// What settings come to, after macros, parents and defaults, and by which road.
final class Effective {
    private Effective() {}

    /// The plan of an analysis, ready to be asked.
    private record Asked(Plan plan, vmconf.compiler.why.Question question) {}

    /// None in a file with errors, which has no plan.
    private record Known(Optional<Asked> asked) {
        static Known of(Analysis analysis) {
            return new Known(
                    analysis.plan()
                            .map(plan -> new Asked(plan, new vmconf.compiler.why.Question(plan))));
        }
    }

    /// The value of the setting that the place lies in, with its origin, as Markdown.
    static Optional<String> at(Question question) {
        return SettingAt.find(question)
                .flatMap(
                        setting ->
                                question.analysis()
                                        .derived(Known.class, Known::of)
                                        .asked()
                                        .flatMap(asked -> ask(asked, setting)));
    }

    private static Optional<String> ask(Asked asked, SettingAt setting) {
        return asked.question().ask(setting.words()) instanceof Answer.Found found
                ? Optional.of(
                        "```text\n"
                                + WhyText.of(asked.plan(), found, false).strip()
                                + "\n```"
                                + size(setting)
                                + network(asked.plan(), setting))
                : Optional.empty();
    }

    private static String size(SettingAt setting) {
        return setting.directive() instanceof Directive.Memory memory
                ? Sizes.describe(memory.size().text()).map(text -> "\n\n" + text).orElse("")
                : "";
    }

    /// The network that an interface gets.
    private static String network(Plan plan, SettingAt setting) {
        return setting.nic()
                .flatMap(
                        index ->
                                plan.vmNamed(setting.words().getFirst())
                                        .filter(vm -> index < vm.interfaces().size())
                                        .map(
                                                vm ->
                                                        "\n\n"
                                                                + describe(
                                                                        plan,
                                                                        vm.interfaces()
                                                                                .get(index))))
                .orElse("");
    }

    private static String describe(Plan plan, Interface nic) {
        List<String> parts = new ArrayList<>();
        parts.add("MAC `" + nic.lladdr() + "`");
        nic.switchName()
                .ifPresent(
                        name ->
                                parts.add(
                                        "switch `"
                                                + name
                                                + "`"
                                                + plan.switchNamed(name)
                                                        .map(each -> " on `" + each.bridge() + "`")
                                                        .orElse("")));
        nic.local()
                .ifPresent(
                        local ->
                                parts.add(
                                        "address `%s` by DHCP, host `%s`"
                                                .formatted(local.guest(), local.host())));
        nic.rdomain().ifPresent(number -> parts.add("rdomain " + number));
        return String.join(", ", parts);
    }

    /// All settings of a VM in a few lines; nothing in a file with errors.
    static Optional<String> summary(Question question, String vm) {
        return question.analysis()
                .plan()
                .flatMap(plan -> plan.vmNamed(vm).map(each -> summary(plan, each)));
    }

    private static String summary(Plan plan, Vm vm) {
        StringBuilder text = new StringBuilder();
        line(text, "memory", new PlanValue("", "memory", String.valueOf(vm.memory())).shown());
        line(text, "cpus", String.valueOf(vm.cpus()));
        vm.boot().image().ifPresent(image -> line(text, "boot", "`" + image + "`"));
        String disks =
                vm.disks().stream()
                        .map(disk -> "`" + disk.path() + "`")
                        .collect(Collectors.joining(", "));
        line(text, "disks", disks.isEmpty() ? "none" : disks);
        vm.cdrom().ifPresent(image -> line(text, "cdrom", "`" + image + "`"));
        vm.interfaces().forEach(nic -> line(text, "interface", describe(plan, nic)));
        line(text, "starts", vm.enabled() ? "with vmd" : "by `vmctl start`");
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("* ").append(name).append(": ").append(value).append('\n');
    }
}
