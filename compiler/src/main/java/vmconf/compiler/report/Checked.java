package vmconf.compiler.report;

import java.util.List;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Severity;

/// One file that was to be checked, and what came of it.
public sealed interface Checked {
    /// The file as the user named it.
    String file();

    /// No finding is an error, or vmd takes the file.
    boolean accept();

    /// What was found in the file and in what it includes, in reading order.
    List<Diagnostic> diagnostics();

    /// A file that was read and judged by our rules.
    record Judged(String file, List<Diagnostic> diagnostics) implements Checked {
        public Judged {
            diagnostics = List.copyOf(diagnostics);
        }

        @Override
        public boolean accept() {
            for (Diagnostic each : diagnostics) {
                if (each.severity() == Severity.ERROR) {
                    return false;
                }
            }
            return true;
        }
    }

    /// A file that was judged as vmd does.
    ///
    /// @param stderr what vmd prints
    record AsVmd(String file, boolean accept, String stderr) implements Checked {
        @Override
        public List<Diagnostic> diagnostics() {
            return List.of();
        }
    }

    /// A file that could not be read.
    ///
    /// @param reason why, a phrase such as `no such file`
    record Unreadable(String file, String reason) implements Checked {
        @Override
        public boolean accept() {
            return false;
        }

        @Override
        public List<Diagnostic> diagnostics() {
            return List.of();
        }
    }
}
