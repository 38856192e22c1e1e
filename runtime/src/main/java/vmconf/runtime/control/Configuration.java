package vmconf.runtime.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Plan;

/// Where the daemon's plans come from.
public interface Configuration {
    /// Decides MAC addresses that nobody gives.
    String seed();

    /// Reads the daemon's own file anew.
    Outcome own();

    /// Reads another one.
    ///
    /// @param file absolute
    Outcome of(Path file);

    /// Where values of a plan come from.
    ///
    /// @param words the name of a VM, and a key as `vmconf why` takes it or nothing
    Explained why(Plan plan, List<String> words);

    /// What came of asking why.
    sealed interface Explained {
        /// @param text a line per value and lines for its chain
        record Told(String text) implements Explained {}

        /// @param reason a phrase for people
        record Unknown(String reason) implements Explained {}
    }

    /// What came of reading.
    sealed interface Outcome {
        record Read(Plan plan) implements Outcome {}

        /// @param report lines for people that say what is wrong and where
        /// @param json the same, where the file's text is at fault (`docs/check.schema.json`)
        record Refused(String report, Optional<String> json) implements Outcome {}
    }
}
