package vmconf.compiler.format;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.rule.Rules;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Lays out a file in the one canonical way.
public final class Formatter {
    private Formatter() {}

    /// Lays out one file, not those that it includes. Nothing throws for bad input.
    ///
    /// @param sources where included files come from; asked for them only when a block of the file
    ///     begins in one of them
    public static Formatted format(SourceFile file, Sources sources) {
        return format(file, sources, Optional.empty());
    }

    /// Lays out one file that another one includes.
    ///
    /// @param sources where included files come from
    /// @param root a file that includes it, where one is known; asked for only when a block of the
    ///     file ends there
    public static Formatted format(SourceFile file, Sources sources, Optional<SourceFile> root) {
        Form form = Form.of(file, sources, root);
        if (!form.problems().isEmpty()) {
            return new Formatted.Refused(Rules.ofForm(form.problems()));
        }
        Pieces pieces = PieceReader.read(file);
        if (!pieces.sound()) {
            return new Formatted.Doubtful();
        }
        Spacing spacing = new Spacing(pieces);
        Depth depth = new Depth(pieces);
        Breaks breaks = new Breaks(pieces, spacing, depth, form.optionStarts());
        List<Fix.Edit> edits = Layout.edits(pieces, spacing, breaks, depth);
        Formatted.Done done = new Formatted.Done(file, edits);
        return !done.changes() || keepsMeaning(done.after(), pieces, breaks, form)
                ? done
                : new Formatted.Doubtful();
    }

    private static boolean keepsMeaning(SourceFile after, Pieces before, Breaks breaks, Form form) {
        return Proof.holds(before, breaks, PieceReader.read(after))
                && (!breaks.addsAny() || form.holds(after));
    }
}
