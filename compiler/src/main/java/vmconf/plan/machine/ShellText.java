package vmconf.plan.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Argument vectors as a POSIX shell reads them.
public final class ShellText {
    private static final String PLAIN =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%+,-./:=@_";
    private static final String NEXT_LINE = " \\\n    ";

    private ShellText() {}

    /// One command in one line.
    public static String line(List<String> command) {
        return command.stream().map(ShellText::quoted).collect(Collectors.joining(" "));
    }

    /// One option with its value a line.
    public static String lines(List<String> command) {
        return quoted(command.getFirst())
                + options(command).stream()
                        .map(option -> NEXT_LINE + option)
                        .collect(Collectors.joining());
    }

    /// The options of a command, quoted, each with its value.
    public static List<String> options(List<String> command) {
        List<String> options = new ArrayList<>();
        for (String argument : command.subList(Math.min(1, command.size()), command.size())) {
            if (argument.startsWith("-") || options.isEmpty()) {
                options.add(quoted(argument));
            } else {
                options.add(options.removeLast() + " " + quoted(argument));
            }
        }
        return options;
    }

    /// One argument.
    public static String quoted(String argument) {
        boolean plain =
                !argument.isEmpty() && argument.chars().allMatch(each -> PLAIN.indexOf(each) >= 0);
        return plain ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
