package vmconf.compiler.graph;

import java.util.Optional;
import vmconf.plan.Plan;

/// A plan as a picture. The same plan always gives the same text.
public final class Graph {
    /// As many VMs are drawn, and as many switches. There is no such bound where others draw.
    public static final int MOST_DRAWN = 10_000;

    private final Plan plan;
    private final String name;

    private Graph(Plan plan, String name) {
        this.plan = plan;
        this.name = name;
    }

    /// @param plan with its provenance nodes say where in the source they are
    /// @param name of the file that is shown
    public static Graph of(Plan plan, String name) {
        return new Graph(plan, name);
    }

    /// Why there is no such picture, if there is none.
    public Optional<String> refusal(GraphFormat format) {
        boolean tooMany = plan.vms().size() > MOST_DRAWN || plan.switches().size() > MOST_DRAWN;
        return format == GraphFormat.SVG && tooMany
                ? Optional.of(
                        "%d VMs and %d switches are more than a picture can show, at most %d of each"
                                .formatted(plan.vms().size(), plan.switches().size(), MOST_DRAWN))
                : Optional.empty();
    }

    /// What keeps others from drawing a text, if they are set up as they come.
    public Optional<String> caution(GraphFormat format, String text) {
        return format == GraphFormat.MERMAID
                ? MermaidText.caution(new Scene(plan), text)
                : Optional.empty();
    }

    /// The picture.
    public String text(GraphFormat format) {
        Scene scene = new Scene(plan);
        return switch (format) {
            case SVG -> SvgPicture.of(scene, name);
            case DOT -> DotText.of(scene, name);
            case MERMAID -> MermaidText.of(scene, name);
        };
    }
}
