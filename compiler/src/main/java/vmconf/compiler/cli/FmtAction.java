package vmconf.compiler.cli;

import java.util.Optional;
import vmconf.compiler.fix.UnifiedDiff;
import vmconf.compiler.format.Formatted;

/// What `vmconf fmt` does with the layout of a file.
sealed interface FmtAction {
    /// Does it.
    ///
    /// @return the exit status for that file
    int take(Formatted.Done done) throws Rewrite.RewriteException;

    /// Says how many files would change.
    default void end(int changed, int all) {}

    /// Prints the text.
    record Print(Vmconf.Streams streams) implements FmtAction {
        @Override
        public int take(Formatted.Done done) {
            byte[] bytes = done.after().encode();
            streams.out().write(bytes, 0, bytes.length);
            return Command.OK;
        }
    }

    /// Puts the text in place of the file.
    record Write(Vmconf.Streams streams) implements FmtAction {
        @Override
        public int take(Formatted.Done done) throws Rewrite.RewriteException {
            if (done.changes()) {
                try (Rewrite rewrite = new Rewrite()) {
                    byte[] before = done.before().encode();
                    rewrite.add(done.before().name(), Optional.of(before), done.after().encode());
                    rewrite.commit();
                }
                streams.out().println(done.before().name());
            }
            return Command.OK;
        }
    }

    /// Names the file when it would change.
    record Check(Vmconf.Streams streams) implements FmtAction {
        @Override
        public int take(Formatted.Done done) {
            if (done.changes()) {
                streams.out().println(done.before().name());
            }
            return done.changes() ? Command.ERRORS : Command.OK;
        }

        @Override
        public void end(int changed, int all) {
            if (changed > 0) {
                streams.err()
                        .println(
                                "%d of %d %s would change; vmconf fmt -w writes %s"
                                        .formatted(
                                                changed,
                                                all,
                                                all == 1 ? "file" : "files",
                                                changed == 1 ? "it" : "them"));
            }
        }
    }

    /// Shows what would change.
    record Diff(Vmconf.Streams streams, boolean colour) implements FmtAction {
        @Override
        public int take(Formatted.Done done) {
            streams.out().print(UnifiedDiff.of(done.before(), done.after(), colour));
            return done.changes() ? Command.ERRORS : Command.OK;
        }
    }
}
