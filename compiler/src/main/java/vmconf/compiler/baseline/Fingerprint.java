package vmconf.compiler.baseline;

import vmconf.compiler.diagnostic.Diagnostic;

/// What stays the same about a finding when lines above it come and go.
///
/// @param file the file's name as messages show it
/// @param code of the rule
/// @param message of the finding
/// @param line the text of its line without blanks around it
record Fingerprint(String file, String code, String message, String line) {
    /// Longest stretch of a line that is kept, in characters.
    private static final int MAX_LINE = 200;

    static Fingerprint of(Diagnostic finding) {
        var file = finding.span().file();
        String line = file.line(finding.span().from().line()).strip();
        return new Fingerprint(
                file.name(),
                finding.code(),
                finding.message(),
                line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line);
    }
}
