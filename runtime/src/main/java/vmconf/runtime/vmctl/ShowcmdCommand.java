package vmconf.runtime.vmctl;

import java.util.ArrayList;
import java.util.List;
import vmconf.plan.DhcpAnswer;
import vmconf.plan.machine.ShellText;
import vmconf.plan.machine.StartScript;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Request;
import vmconf.runtime.protocol.StartView;

/// `vmctl showcmd`: what a start would do, as text that a shell takes.
record ShowcmdCommand(String vm) {
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
        StartScript script = new StartScript().vm(start.name(), start.id());
        start.images().forEach(each -> script.image(each.use(), each.path(), each.format()));
        start.dhcp().forEach(each -> script.told(each.nic(), each.by(), each.mac(), answer(each)));
        start.folders().forEach(script::folder);
        start.network().forEach(script::command);
        script.options(start.command());
        script.comment("the guest stands still until its monitor is told \"cont\"");
        start.running().ifPresent(each -> script.comment(running(each, start.command())));
        return script.text();
    }

    private static DhcpAnswer answer(StartView.Dhcp dhcp) {
        return new DhcpAnswer(
                dhcp.address(),
                dhcp.netmask(),
                dhcp.router(),
                dhcp.nameServer(),
                dhcp.server(),
                dhcp.leaseTime(),
                dhcp.hostName(),
                dhcp.bootFile());
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
