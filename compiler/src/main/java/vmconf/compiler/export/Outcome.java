package vmconf.compiler.export;

import java.util.Optional;
import vmconf.plan.PlanBlock;
import vmconf.plan.PlanValue;
import vmconf.plan.Provenance;

/// What becomes of one value.
///
/// @param block that the value is in
/// @param value that has a fate; its text is not `none`, unless a remark is about it
/// @param to where it goes; empty where it goes nowhere
/// @param help the way out, if there is one
/// @param counts somebody asked for the value, so that he is told
/// @param at the place in the file that is responsible for it; absent in a plan that does not say
public record Outcome(
        PlanBlock block,
        PlanValue value,
        Fate fate,
        String to,
        String reason,
        Optional<String> help,
        boolean counts,
        Optional<Provenance.Place> at) {

    /// The value with its name, for people: `vm "web" interfaces.0.rdomain 3`.
    String subject() {
        String key = value.key().replace('/', '.');
        String named =
                block.kind() == PlanBlock.Kind.SETTINGS
                        ? key
                        : "%s \"%s\" %s".formatted(block.kind().word(), block.name(), key);
        return named.stripTrailing() + (value.text().isEmpty() ? "" : " " + value.shown());
    }
}
