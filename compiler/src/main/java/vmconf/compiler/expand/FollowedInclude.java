package vmconf.compiler.expand;

import java.util.Optional;
import vmconf.compiler.syntax.Directive;

/// An `include` and what became of it.
public record FollowedInclude(Directive.Include directive, Outcome outcome) {

    /// What became of an `include`.
    public sealed interface Outcome {
        /// Its text was read in its place.
        record Read() implements Outcome {}

        /// The file cannot be read.
        ///
        /// @param beside the path of a file of that name in the folder of the including file
        record Unreadable(String reason, Optional<String> beside) implements Outcome {}

        /// The file is being read already, further out.
        record Cycle(vmconf.source.Span first) implements Outcome {}

        /// A limit is reached: of depth, or of text read in all.
        record Limit(String reason) implements Outcome {}
    }
}
