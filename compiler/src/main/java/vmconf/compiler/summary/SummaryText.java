package vmconf.compiler.summary;

import java.util.List;
import java.util.stream.Collectors;
import vmconf.compiler.diagnostic.Visible;
import vmconf.compiler.value.MemorySize;

/// Summaries as tables for people.
public final class SummaryText {
    private SummaryText() {}

    /// One file after the other and, of several, what they amount to together.
    public static String of(List<Summary> summaries) {
        String text = summaries.stream().map(SummaryText::file).collect(Collectors.joining("\n"));
        if (summaries.size() < 2) {
            return text;
        }
        Tally all = Tally.NONE;
        Tally enabled = Tally.NONE;
        for (Summary each : summaries) {
            all = all.plus(each.all());
            enabled = enabled.plus(each.enabled());
        }
        return text + "\nall " + summaries.size() + " files\n" + totals(all, enabled);
    }

    private static String file(Summary summary) {
        String networks = networks(summary);
        return Visible.of(summary.name())
                + " (for "
                + summary.target()
                + ")\n"
                + totals(summary.all(), summary.enabled())
                + (networks.isEmpty() ? "" : "\n" + networks);
    }

    private static String totals(Tally all, Tally enabled) {
        TextTable table = new TextTable(1);
        table.row(List.of("", "all", "enabled"));
        row(table, "VMs", all.vms(), enabled.vms());
        row(table, "instances", all.instances(), enabled.instances());
        table.row(List.of("memory", size(all.memory()), size(enabled.memory())));
        row(table, "cpus", all.cpus(), enabled.cpus());
        row(table, "disks", all.disks(), enabled.disks());
        row(table, "interfaces", all.interfaces(), enabled.interfaces());
        return table.text();
    }

    private static void row(TextTable table, String name, long all, long enabled) {
        table.row(List.of(name, Long.toString(all), Long.toString(enabled)));
    }

    private static String size(long bytes) {
        return bytes == 0 ? "0" : MemorySize.shown(bytes);
    }

    /// Nothing where there is no switch and no interface.
    private static String networks(Summary summary) {
        boolean local = summary.local().interfaces() > 0;
        boolean loose = summary.unconnected().interfaces() > 0;
        if (summary.switches().isEmpty() && !local && !loose) {
            return "";
        }
        TextTable table = new TextTable(2);
        table.row(List.of("switch", "interface", "VMs", "enabled", "interfaces"));
        for (Summary.Joined each : summary.switches()) {
            String name = each.plan().name();
            String mark = each.plan().enabled() ? "" : " (disabled)";
            row(table, name + mark, each.plan().bridge(), each.members());
        }
        if (local) {
            row(table, "(local)", summary.localNetwork().prefix(), summary.local());
        }
        if (loose) {
            row(table, "(none)", "", summary.unconnected());
        }
        return table.text();
    }

    private static void row(TextTable table, String name, String where, Members members) {
        table.row(
                List.of(
                        name,
                        where,
                        Integer.toString(members.vms()),
                        Integer.toString(members.enabled()),
                        Integer.toString(members.interfaces())));
    }
}
