package vmconf.compiler.graph;

import java.util.ArrayList;
import java.util.List;

/// A way to set text, and how wide text is in it.
///
/// Widths are those of Helvetica, which Arial, Liberation Sans and others share so that text can be
/// set without them; the picture's style names only such fonts. No font of this host is looked at.
enum Face {
    TITLE(17, CharacterWidths.BOLD),
    NAME(13, CharacterWidths.BOLD),
    TEXT(11, CharacterWidths.REGULAR),
    CODE(10.5, CharacterWidths.FIXED),
    ;

    private static final String ELLIPSIS = "…";

    private final double size;
    private final CharacterWidths widths;

    Face(double size, CharacterWidths widths) {
        this.size = size;
        this.widths = widths;
    }

    /// The class that sets it, in the picture's style.
    String style() {
        return switch (this) {
            case TITLE -> "title";
            case NAME -> "name";
            case TEXT -> "text";
            case CODE -> "code";
        };
    }

    /// Pixels.
    double width(String text) {
        return text.codePoints().mapToDouble(this::width).sum();
    }

    private double width(int c) {
        return size * widths.of(c) / 1000;
    }

    /// The text, or as much of its end as there is room for.
    String end(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int from = text.length();
        double left = room - width(ELLIPSIS);
        while (from > 0) {
            int c = text.codePointBefore(from);
            left -= width(c);
            if (left < 0) {
                break;
            }
            from -= Character.charCount(c);
        }
        return ELLIPSIS + text.substring(from);
    }

    /// The text, or as much of its start as there is room for.
    String start(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int to = fitting(text, 0, room - width(ELLIPSIS));
        return text.substring(0, to) + ELLIPSIS;
    }

    /// The text in lines that fit, broken anywhere.
    List<String> wrap(String text, double room) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.max(fitting(text, from, room), text.offsetByCodePoints(from, 1));
            lines.add(text.substring(from, to));
            from = to;
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    private int fitting(String text, int from, double room) {
        int to = from;
        double left = room;
        while (to < text.length()) {
            int c = text.codePointAt(to);
            left -= width(c);
            if (left < 0) {
                break;
            }
            to += Character.charCount(c);
        }
        return to;
    }
}
