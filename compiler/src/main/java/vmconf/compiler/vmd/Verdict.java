package vmconf.compiler.vmd;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What vmd makes of a file.
///
/// @param accept vmd takes the file; its exit status is then 0, else 1
/// @param stderr everything it prints, line ends included
/// @param reading what it has read
/// @param registry what exists then, if it was to be registered
public record Verdict(boolean accept, String stderr, Reading reading, Optional<Registry> registry) {

    /// The verdict on a file that cannot be opened: vmd takes one that is missing for an empty one.
    ///
    /// @param reason why, as [vmconf.source.Sources] says it
    public static Verdict unopened(String file, String reason, Mode mode) {
        String words = reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
        boolean missing = reason.equals("no such file");
        String line =
                "vmd: failed to open %s: %s%n"
                        .formatted(file, missing ? "No such file or directory" : words);
        boolean happy = missing && !mode.load();
        return new Verdict(
                missing,
                happy ? line + "configuration OK\n" : line,
                new Reading(List.of(), List.of(), Globals.DEFAULT),
                mode.load() ? Optional.of(Registry.EMPTY) : Optional.empty());
    }
}
