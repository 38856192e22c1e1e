package vmconf.plan.machine;

import java.util.List;
import vmconf.plan.DhcpAnswer;

/// A script that starts one VM, for people who read it before a shell does: what it opens and what
/// its guest is told in comments, then one command after the other, each argument quoted.
public final class StartScript {
    private final StringBuilder text = new StringBuilder();

    /// Whose script it is.
    public StartScript vm(String name, int id) {
        return comment("vm \"%s\" (id %d)".formatted(name, id));
    }

    /// A file that is opened.
    ///
    /// @param use what for, such as `disk0`
    /// @param format such as `raw`
    public StartScript image(String use, String path, String format) {
        return comment("%s: %s (%s)".formatted(use, path, format));
    }

    /// What the guest is told by DHCP.
    ///
    /// @param nic number of the interface, from 0
    /// @param by who answers
    /// @param mac whose requests are answered
    public StartScript told(int nic, String by, String mac, DhcpAnswer answer) {
        String lease =
                answer.leaseTime() == DhcpAnswer.FOREVER ? "for ever" : answer.leaseTime() + " s";
        String more =
                answer.hostName().map(each -> ", host name " + each).orElse("")
                        + answer.bootFile().map(each -> ", file " + each).orElse("");
        return comment(
                "interface %d: %s answers DHCP of %s: address %s, netmask %s, router %s, DNS %s, lease %s%s"
                        .formatted(
                                nic,
                                by,
                                mac,
                                answer.address(),
                                answer.netmask(),
                                answer.router(),
                                answer.nameServer(),
                                lease,
                                more));
    }

    /// Lines that a shell passes over, whatever they say.
    public StartScript comment(String words) {
        words.lines()
                .forEach(
                        line ->
                                text.append("# ")
                                        .append(line.replaceAll("\\p{Cntrl}", "?"))
                                        .append('\n'));
        return this;
    }

    /// Makes a folder that nobody else reads.
    public StartScript folder(String path) {
        return command(List.of("mkdir", "-p", "-m", "700", path));
    }

    /// A command in one line.
    public StartScript command(List<String> command) {
        text.append(ShellText.line(command)).append('\n');
        return this;
    }

    /// A long command, an option with its value a line.
    public StartScript options(List<String> command) {
        text.append(ShellText.lines(command)).append('\n');
        return this;
    }

    /// The same for one that goes on while the script does.
    ///
    /// @param log file for what it says
    public StartScript background(List<String> command, String log) {
        text.append(ShellText.lines(command));
        text.append(" \\\n    </dev/null >").append(ShellText.quoted(log)).append(" 2>&1 &\n");
        return this;
    }

    /// Lines of shell, as they are.
    public StartScript shell(String lines) {
        text.append(lines);
        return this;
    }

    /// The whole script.
    public String text() {
        return text.toString();
    }
}
