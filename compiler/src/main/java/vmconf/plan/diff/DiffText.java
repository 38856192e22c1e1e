package vmconf.plan.diff;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.plan.PlanBlock;
import vmconf.plan.Provenance;

/// Changes as text for people, grouped by VM and switch, with the lines that made them.
public final class DiffText {
    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final Map<Effect, String> COLOURS = colours();

    private final StringBuilder text = new StringBuilder();
    private final boolean colour;
    private final boolean all;

    private DiffText(boolean colour, boolean all) {
        this.colour = colour;
        this.all = all;
    }

    private static Map<Effect, String> colours() {
        Map<Effect, String> colours = new EnumMap<>(Effect.class);
        colours.put(Effect.NONE, "\u001b[2m");
        colours.put(Effect.LIVE, "\u001b[32m");
        colours.put(Effect.NEXT_START, "\u001b[36m");
        colours.put(Effect.RESTART, "\u001b[33m");
        colours.put(Effect.RECREATE, "\u001b[35m");
        colours.put(Effect.ADD, "\u001b[32m");
        colours.put(Effect.REMOVE, "\u001b[31m");
        return colours;
    }

    /// The text, ending in a new line; it says so when nothing differs.
    ///
    /// @param colour use ANSI colours
    /// @param all also changes without an effect of their own, which are only counted otherwise
    public static String of(PlanDiff diff, boolean colour, boolean all) {
        DiffText text = new DiffText(colour, all);
        for (BlockChange block : diff.blocks()) {
            if (all || block.effect() != Effect.NONE) {
                text.append(block);
            }
        }
        return text.text.append(Counts.of(diff, all)).append('\n').toString();
    }

    private void append(BlockChange block) {
        String head =
                block.kind() == PlanBlock.Kind.SETTINGS
                        ? "settings"
                        : block.kind().word() + " \"" + block.name() + "\"";
        text.append(painted(BOLD, head));
        block.formerName().ifPresent(name -> text.append(", \"").append(name).append("\" before"));
        text.append(": ").append(word(block.effect())).append('\n');
        if (block.changes().isEmpty()) {
            block.before().ifPresent(each -> line('-', Optional.of(each), "    "));
            block.after().ifPresent(each -> line('+', Optional.of(each), "    "));
        }
        for (Change change : block.changes()) {
            if (all || change.effect() != Effect.NONE) {
                append(change);
            }
        }
    }

    private void append(Change change) {
        String before = change.before().map(Change.Side::text).orElse("none");
        String after = change.after().map(Change.Side::text).orElse("none");
        text.append("    ").append(change.key().replace('/', '.')).append(": ");
        text.append(before).append(" -> ").append(after);
        text.append(" (").append(word(change.effect())).append(")\n");
        Optional<Provenance> from = change.before().flatMap(Change.Side::source);
        Optional<Provenance> to = change.after().flatMap(Change.Side::source);
        boolean saysNothing = from.equals(to) && from.flatMap(Provenance::at).isEmpty();
        if (saysNothing) {
            return;
        }
        line('-', from, "        ");
        line('+', to, "        ");
    }

    private void line(char sign, Optional<Provenance> source, String indent) {
        if (source.isPresent()) {
            String line = sign + " " + Lines.of(source.get());
            String code = sign == '-' ? "\u001b[31m" : "\u001b[32m";
            text.append(indent).append(painted(code, line)).append('\n');
        }
    }

    private String word(Effect effect) {
        return painted(COLOURS.getOrDefault(effect, ""), effect.word());
    }

    private String painted(String code, String words) {
        return colour ? code + words + RESET : words;
    }

    /// The places that made a value what it is.
    private static final class Lines {
        static String of(Provenance source) {
            List<Provenance.Place> definitions =
                    source.macros().stream().flatMap(each -> each.definition().stream()).toList();
            Stream<Provenance.Place> places =
                    Stream.concat(source.at().stream(), definitions.stream());
            String written = String.join(", ", places.map(Lines::shown).toList());
            String through =
                    source.parents().isEmpty()
                            ? ""
                            : " (from vm \"" + source.parents().getFirst() + "\")";
            return (written.isEmpty() ? source.rule().orElse("") : written) + through;
        }

        private static String shown(Provenance.Place place) {
            return place.file() + ":" + place.line() + ": " + place.text();
        }
    }
}
