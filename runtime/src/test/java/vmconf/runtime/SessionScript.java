package vmconf.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import vmconf.runtime.vmctl.InProcess;

/// A session as `testdata/corpus/sessions/README.md` describes it: played line by line, and written
/// down anew with what the commands really print.
final class SessionScript {
    private static final int LONGEST_SECONDS = 90;

    private record Stable(Pattern varying, String written) {
        static Stable of(String varying, String written) {
            return new Stable(Pattern.compile(varying, Pattern.MULTILINE), written);
        }
    }

    /// All that may differ from one run to the next.
    private static final List<Stable> STABLE =
            List.of(
                    Stable.of(
                            "^(.{5}) (?: {0,4}\\d{1,5}|\\d{6,}) (.{5} .{7})"
                                    + " (?=.{7} ) {0,6}\\d[\\d.]*[BKMG] (?=.{7} ) {0,6}pts/\\d+ ",
                            "$1   PID $2  CURMEM   pts/N "),
                    Stable.of("/dev/pts/\\d+", "/dev/pts/N"),
                    Stable.of("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "YYYY-MM-DDThh:mm:ssZ"),
                    Stable.of("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z", "TIME"),
                    Stable.of("\\(\\d+ s ago\\)", "(S s ago)"),
                    Stable.of("shut down by ACPI after \\d+ s", "shut down by ACPI after S s"),
                    Stable.of("\"(pid|curmem)\" : \\d+", "\"$1\" : N"),
                    Stable.of("^(Connected to .*\r\n)(?s:.*?)(?=hello from)", "$1FIRMWARE\r\n"),
                    Stable.of("\u001bc(?s:.*?)\r\n(?=hello from)", "FIRMWARE\r\n"));

    private final List<String> lines;
    private final List<String> played = new ArrayList<>();
    private Future<InProcess.Ran> background = new CompletableFuture<>();
    private int next;

    SessionScript(List<String> lines) {
        this.lines = lines;
    }

    boolean says(String header) {
        return lines.contains("# " + header);
    }

    /// Plays everything.
    ///
    /// @return the session as it went
    String play(SessionWorld world) throws Exception {
        while (next < lines.size()) {
            String line = lines.get(next++);
            if (line.startsWith("= ")) {
                played.add(line);
                world.write(line.substring(2), text("|"));
            } else if (line.startsWith("& vmctl")) {
                played.add(line);
                background = world.begin(line.substring("& vmctl".length()));
            } else if (line.equals("! collect")) {
                played.add(line);
                printed(background.get(LONGEST_SECONDS, TimeUnit.SECONDS), world.folder());
            } else if (line.startsWith("! ")) {
                played.add(line);
                world.perform(line.substring(2));
            } else if (line.startsWith("$ vmctl")) {
                played.add(line);
                command(line.substring("$ vmctl".length()), world);
            } else if (line.isBlank() || line.startsWith("#")) {
                played.add(line);
            } else if (!line.matches("([12]>|exit ).*")) {
                throw new AssertionError("not a line of a session: " + line);
            }
        }
        return String.join("\n", played) + "\n";
    }

    /// The lines that follow and start with a mark, copied.
    private String text(String mark) {
        StringBuilder text = new StringBuilder();
        while (next < lines.size() && lines.get(next).startsWith(mark)) {
            String line = lines.get(next++);
            played.add(line);
            text.append(line.substring(Math.min(line.length(), mark.length() + 1))).append('\n');
        }
        return text.toString();
    }

    private void command(String words, SessionWorld world) throws Exception {
        List<String> typed = text("0>").lines().map(each -> each.replace("\\r", "\r")).toList();
        if (says("vmctl: processes")) {
            EndToEnd.Ran ran = world.vmctlInFolder(words);
            printed(new InProcess.Ran(ran.status(), ran.out(), ran.err()), world.folder());
        } else {
            printed(world.vmctl(words, typed), world.folder());
        }
    }

    private void printed(InProcess.Ran ran, Path folder) {
        shown("1>", stable(ran.out(), folder));
        shown("2>", stable(ran.err(), folder));
        if (ran.status() != 0) {
            played.add("exit " + ran.status());
        }
    }

    private static String stable(String text, Path folder) {
        String stable = text.replace(folder.toString(), "@");
        for (Stable each : STABLE) {
            stable = each.varying().matcher(stable).replaceAll(each.written());
        }
        return stable;
    }

    /// A line that does not end with a newline ends with a backslash.
    private void shown(String mark, String text) {
        String[] each = text.split("\n", -1);
        for (int i = 0; i < each.length; i++) {
            boolean last = i == each.length - 1;
            String line = each[i].replace("\r", "\\r");
            if (!last) {
                played.add(line.isEmpty() ? mark : mark + " " + line);
            } else if (!line.isEmpty()) {
                played.add(mark + " " + line + "\\");
            }
        }
    }
}
