package vmconf.compiler.edit;

import java.util.List;

/// Why an edit is not made.
///
/// @param reason a phrase for people
/// @param help ways out, each a phrase
public record Refusal(String reason, List<String> help) {

    public Refusal {
        help = List.copyOf(help);
    }

    static Refusal of(String reason, String... help) {
        return new Refusal(reason, List.of(help));
    }
}
