package vmconf.runtime.vmctl;

import java.util.ArrayList;
import java.util.List;
import vmconf.plan.machine.ShellText;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Request;
import vmconf.runtime.protocol.StartView;

/// `vmctl showcmd`: what a start would do, as text that a shell takes.
record ShowcmdCommand(String vm) {
    private static final long FOR_EVER = 0xffffffffL;

    Request.Showcmd request() {
        return new Request.Showcmd(vm);
    }

    boolean run(Connection connection, Streams streams) throws Complaint {
        streams.out().print(text(ask(connection)));
        streams.out().flush();
        return true;
    }

    private StartView ask(Connection connection) throws Complaint {
        try {
            return connection.ask(request()).start();
        } catch (RefusedException e) {
            throw switch (e.fault()) {
                case NO_SUCH_VM -> Complaint.noSuchVm(vm, e.text());
                case START_FAILED -> Complaint.named("it would not start: " + e.text());
                case MALFORMED,
                        UNKNOWN_METHOD,
                        INVALID_PARAMS,
                        IN_PROGRESS,
                        NOT_RUNNING,
                        NOT_PERMITTED,
                        BUSY,
                        REFUSED,
                        FAILED ->
                        Complaint.of(e);
            };
        }
    }

    static String text(StartView start) {
        StringBuilder text = new StringBuilder();
        comment(text, "vm \"%s\" (id %d)".formatted(start.name(), start.id()));
        start.images()
                .forEach(
                        each ->
                                comment(
                                        text,
                                        "%s: %s (%s)"
                                                .formatted(
                                                        each.use(), each.path(), each.format())));
        start.dhcp().forEach(each -> comment(text, told(each)));
        start.folders()
                .forEach(
                        each ->
                                text.append(
                                                ShellText.line(
                                                        List.of("mkdir", "-p", "-m", "700", each)))
                                        .append('\n'));
        start.network().forEach(each -> text.append(ShellText.line(each)).append('\n'));
        text.append(ShellText.lines(start.command())).append('\n');
        comment(text, "the guest stands still until its monitor is told \"cont\"");
        start.running().ifPresent(each -> comment(text, running(each, start.command())));
        return text.toString();
    }

    /// A line that a shell passes over, whatever it says.
    private static void comment(StringBuilder text, String words) {
        words.lines()
                .forEach(
                        line ->
                                text.append("# ")
                                        .append(line.replaceAll("\\p{Cntrl}", "?"))
                                        .append('\n'));
    }

    private static String told(StartView.Dhcp dhcp) {
        String lease = dhcp.leaseTime() == FOR_EVER ? "for ever" : dhcp.leaseTime() + " s";
        String more =
                dhcp.hostName().map(each -> ", host name " + each).orElse("")
                        + dhcp.bootFile().map(each -> ", file " + each).orElse("");
        return "interface %d: %s answers DHCP of %s: address %s, netmask %s, router %s, DNS %s, lease %s%s"
                .formatted(
                        dhcp.nic(),
                        dhcp.by(),
                        dhcp.mac(),
                        dhcp.address(),
                        dhcp.netmask(),
                        dhcp.router(),
                        dhcp.nameServer(),
                        lease,
                        more);
    }

    private static String running(StartView.Running running, List<String> command) {
        String head = "it runs as process %d, started ".formatted(running.pid());
        if (running.command().isEmpty()) {
            return head + "with arguments that cannot be read";
        }
        if (running.command().equals(command)) {
            return head + "with these arguments";
        }
        List<String> then = options(running.command());
        List<String> now = options(command);
        StringBuilder text = new StringBuilder(head).append("otherwise:\n");
        without(then, now).forEach(each -> text.append("  then ").append(each).append('\n'));
        without(now, then).forEach(each -> text.append("  now  ").append(each).append('\n'));
        return text.toString();
    }

    private static List<String> options(List<String> command) {
        List<String> options = new ArrayList<>(List.of(ShellText.quoted(command.getFirst())));
        options.addAll(ShellText.options(command));
        return options;
    }

    /// Each of `taken` takes one away.
    private static List<String> without(List<String> all, List<String> taken) {
        List<String> left = new ArrayList<>(all);
        taken.forEach(left::remove);
        return left;
    }
}
