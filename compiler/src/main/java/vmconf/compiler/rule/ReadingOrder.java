package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.source.Origin;
import vmconf.source.Span;

/// Orders findings as their places are read: what stands in an included file at the place of the
/// include.
final class ReadingOrder implements Comparator<Diagnostic> {
    @Override
    public int compare(Diagnostic a, Diagnostic b) {
        boolean topLevel =
                a.span().origin().inclusion().isEmpty() && b.span().origin().inclusion().isEmpty();
        if (topLevel) {
            return Diagnostic.BY_PLACE.compare(a, b);
        }
        List<Integer> left = offsets(a.span());
        List<Integer> right = offsets(b.span());
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = Integer.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(left.size(), right.size());
        return order != 0 ? order : a.code().compareTo(b.code());
    }

    /// Where it stands in the top file, then in the file included there, and so on.
    private static List<Integer> offsets(Span span) {
        List<Integer> offsets = new ArrayList<>();
        offsets.add(span.start());
        Optional<Origin.Inclusion> inclusion = span.origin().inclusion();
        while (inclusion.isPresent()) {
            offsets.add(inclusion.get().at().start());
            inclusion = inclusion.get().at().origin().inclusion();
        }
        return offsets.reversed();
    }
}
