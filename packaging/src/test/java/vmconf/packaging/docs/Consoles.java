package vmconf.packaging.docs;

import java.util.List;

/// Sessions on the console of a guest. What stands behind the guest's prompt is typed.
final class Consoles {
    private Consoles() {}

    static boolean isOne(String command) {
        return command.matches("(bin/)?vmctl console .*");
    }

    static Shell.Ran play(Shell shell, String command, List<String> shown) {
        List<String> typed = shown.stream().filter(each -> each.matches("[#>] .+")).toList();
        String before =
                shown.stream()
                        .takeWhile(each -> !typed.contains(each))
                        .filter(each -> !each.isBlank() && !each.matches("[#>] ?|\\[EOT]"))
                        .reduce((_, last) -> last)
                        .orElse("");
        awaitSaid(shell, command.replaceFirst(".* ", ""), before);
        return shell.console(
                command, before, typed.stream().map(each -> each.substring(2)).toList());
    }

    /// A guest takes its time, and the console shows what it has said lately.
    private static void awaitSaid(Shell shell, String vm, String text) {
        String log = "\"${VMD_STATE:-/var/lib/vmd}/console/%s.log\"".formatted(vm);
        String said = "grep -qF -e '%s' %s 2> /dev/null".formatted(text.replace("'", "'\\''"), log);
        shell.run("for try in $(seq 600); do " + said + " && break; sleep 0.1; done");
    }
}
