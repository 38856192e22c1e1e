package vmconf.compiler.vmd;

import java.util.ArrayDeque;
import java.util.Deque;
import vmconf.compiler.syntax.Scanner;

/// The lines that vmd prints, and its count of errors.
///
/// Errors are counted for each open file and added to the including file when one is left; the
/// count that decides is that of the file in which reading ends.
final class Report {
    private final StringBuilder lines = new StringBuilder();
    private final Deque<Integer> errors = new ArrayDeque<>();
    private final Scanner scanner;
    private final boolean debug;

    Report(Scanner scanner, boolean debug) {
        this.scanner = scanner;
        this.debug = debug;
        errors.push(0);
    }

    /// An error at the token read last.
    void error(String message) {
        error(scanner.file().name(), message);
    }

    void error(String file, String message) {
        countError();
        line(file, message);
    }

    private void line(String file, String message) {
        lines.append("vmd: ")
                .append(file)
                .append(':')
                .append(scanner.line())
                .append(": ")
                .append(message)
                .append('\n');
    }

    /// A line without a place, which does not count.
    void log(String message) {
        lines.append("vmd: ").append(message).append('\n');
    }

    /// A line without a place that vmd prints with `-vv` only.
    void debug(String message) {
        if (debug) {
            log(message);
        }
    }

    /// A line at the token read last that vmd prints with `-vv` only.
    void debugHere(String message) {
        if (debug) {
            line(scanner.file().name(), message);
        }
    }

    /// Something that the token read last completes.
    <T> Placed<T> placed(T it) {
        return new Placed<>(scanner.file().name(), scanner.line(), it);
    }

    /// A line without `vmd:` in front.
    void plain(String message) {
        lines.append(message).append('\n');
    }

    /// Counts an error in the file that is read now.
    void countError() {
        followFiles();
        errors.push(errors.pop() + 1);
    }

    /// Notices that files have been entered or left.
    void followFiles() {
        while (errors.size() < scanner.depth()) {
            errors.push(0);
        }
        while (errors.size() > scanner.depth()) {
            int left = errors.pop();
            errors.push(errors.pop() + left);
        }
    }

    /// The file in which reading has ended counts no error.
    boolean clean() {
        followFiles();
        return errors.peek() == 0;
    }

    String text() {
        return lines.toString();
    }
}
