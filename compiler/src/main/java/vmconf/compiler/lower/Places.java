package vmconf.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Provenance;
import vmconf.plan.Provenance.MacroUse;
import vmconf.plan.Provenance.Place;
import vmconf.source.Origin;
import vmconf.source.Position;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// Places in files as a plan names them.
final class Places {
    private Places() {}

    /// Text that somebody wrote.
    static Provenance written(Span span) {
        return new Provenance(
                Provenance.Kind.WRITTEN,
                Optional.of(place(span)),
                includes(span),
                macros(span),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Place place(Span span) {
        Position from = span.from();
        String line = SourceFile.readable(span.file().line(from.line()).strip());
        String text = line.substring(0, line.offsetByCodePoints(0, most(line)));
        return new Place(span.file().name(), from.line(), from.column(), text);
    }

    private static int most(String line) {
        return Math.min(line.codePointCount(0, line.length()), Place.MOST_TEXT);
    }

    private static List<Place> includes(Span span) {
        List<Place> includes = new ArrayList<>();
        Optional<Origin.Inclusion> inclusion = span.origin().inclusion();
        while (inclusion.isPresent()) {
            includes.add(place(inclusion.get().at()));
            inclusion = inclusion.get().at().origin().inclusion();
        }
        return includes;
    }

    /// The macro that began the text, then the one that began that one's value, and so on.
    private static List<MacroUse> macros(Span span) {
        List<MacroUse> macros = new ArrayList<>();
        Optional<Origin.Expansion> expansion = span.origin().expansion();
        while (expansion.isPresent()) {
            Optional<Span> definition = expansion.get().definition();
            macros.add(new MacroUse(expansion.get().macro(), definition.map(Places::place)));
            expansion = definition.flatMap(each -> each.origin().expansion());
        }
        return macros;
    }
}
