package vmconf.compiler.vmd;

import java.util.Locale;

/// What `vmd -n` says of a file.
///
/// @param accept vmd takes the file; its exit status is then 0, else 1
/// @param stderr everything it prints, line ends included
public record Verdict(boolean accept, String stderr) {

    /// The verdict on a file that cannot be opened: vmd takes one that is missing for an empty one.
    ///
    /// @param reason why, as [vmconf.source.Sources] says it
    public static Verdict unopened(String file, String reason) {
        String words = reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
        boolean missing = reason.equals("no such file");
        String line =
                "vmd: failed to open %s: %s%n"
                        .formatted(file, missing ? "No such file or directory" : words);
        return new Verdict(missing, missing ? line + "configuration OK\n" : line);
    }
}
