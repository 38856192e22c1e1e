package vmconf.compiler.vmd;

import java.util.Optional;

/// What comes of registering a VM.
sealed interface Outcome {
    /// It exists now.
    ///
    /// @param id from 1
    record Registered(int id) implements Outcome {}

    /// There was one of that name already.
    record Skipped() implements Outcome {}

    /// It may not exist.
    ///
    /// @param reason a line that vmd prints first
    /// @param error in the words of OpenBSD's strerror(3)
    record Refused(Optional<String> reason, String error) implements Outcome {
        static Refused because(String reason, String error) {
            return new Refused(Optional.of(reason), error);
        }

        static Refused bare(String error) {
            return new Refused(Optional.empty(), error);
        }
    }
}
