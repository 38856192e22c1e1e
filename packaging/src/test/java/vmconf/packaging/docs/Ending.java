package vmconf.packaging.docs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a command of a session has to end. One that shows an error fails and every other one
/// succeeds, unless `# status 1` stands behind it.
final class Ending {
    private static final Pattern SAID = Pattern.compile(" # status ([0-9]+)\\b");
    private static final Pattern ERROR =
            Pattern.compile("(?m)^(?:.*: )?error: |^vmconf [a-z-]+: (?!note: )");

    private Ending() {}

    /// What is wrong with how the command ended.
    static Optional<String> fault(String command, Shell.Ran ran) {
        Matcher said = SAID.matcher(command);
        if (said.find()) {
            return Optional.of("\"%s\" ends with status %d".formatted(command, ran.status()))
                    .filter(_ -> Integer.parseInt(said.group(1)) != ran.status());
        }
        boolean failed = ran.status() != 0;
        if (failed == ERROR.matcher(ran.out()).find()) {
            return Optional.empty();
        }
        String reason = failed ? "without showing an error" : "although it shows an error";
        return Optional.of(
                "\"%1$s\" ends with status %2$d %3$s; if that is right, write \"# status %2$d\" behind it"
                        .formatted(command, ran.status(), reason));
    }
}
