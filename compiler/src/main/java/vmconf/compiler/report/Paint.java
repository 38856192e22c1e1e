package vmconf.compiler.report;

import vmconf.compiler.diagnostic.Severity;

/// Colours of a report for people; without colour it leaves texts as they are.
enum Paint {
    PLAIN(""),
    PLACE("1"),
    MESSAGE("1"),
    FAINT("2"),
    ERROR("1;31"),
    WARNING("1;33"),
    NOTE("1;36"),
    OTHER("36"),
    HELP("32");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    static Paint of(Severity severity) {
        return switch (severity) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case NOTE -> NOTE;
        };
    }

    /// Appends a text, in this colour where there are any.
    void append(StringBuilder out, String text, boolean colour) {
        if (!colour || this == PLAIN) {
            out.append(text);
            return;
        }
        out.append("\u001b[").append(code).append('m').append(text).append("\u001b[0m");
    }
}
