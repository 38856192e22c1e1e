package vmconf.compiler.export;

import java.util.Optional;
import vmconf.plan.Plan;
import vmconf.plan.Provenance;

/// Where in a file the values of a plan were asked for.
public final class Places {
    private Places() {}

    /// The place that is responsible for a value: where it is written, or else what it is part of.
    /// Nothing in a plan that does not say where its values came from.
    ///
    /// @param pointer the value's place in the plan, a JSON Pointer (RFC 6901)
    public static Optional<Provenance.Place> of(Plan plan, String pointer) {
        String place = pointer;
        while (!place.isEmpty()) {
            Optional<Provenance.Place> at = plan.source(place).flatMap(Provenance::at);
            if (at.isPresent()) {
                return at;
            }
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return Optional.empty();
    }

    /// `vm.conf:12` behind a comma, for a comment; empty in a plan that does not say it. Control
    /// characters in the file's name are shown as `?`.
    public static String comment(Plan plan, String pointer) {
        return of(plan, pointer)
                .map(at -> ", " + OneLine.of(at.file()) + ":" + at.line())
                .orElse("");
    }
}
