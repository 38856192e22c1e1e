package vmconf.compiler.graph;

import java.util.ArrayDeque;
import java.util.Deque;

/// An XML document that is written from its start to its end, an element a line. Texts lose what
/// XML cannot hold.
final class Markup {
    private final StringBuilder out = new StringBuilder(1 << 14);
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /// Starts an element; attributes may follow.
    Markup open(String element) {
        closeTag();
        out.append('\n').repeat(' ', 2 * open.size()).append('<').append(element);
        open.push(element);
        inTag = true;
        return this;
    }

    Markup attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value);
        out.append('"');
        return this;
    }

    /// A length, to a tenth of a pixel.
    Markup attribute(String name, double value) {
        out.append(' ').append(name).append("=\"").append(number(value)).append('"');
        return this;
    }

    /// The element's text, and its end.
    void text(String text) {
        closeTag();
        escape(text);
        out.append("</").append(open.pop()).append('>');
    }

    /// Text of ours that needs no escaping, and the element's end.
    void verbatim(String text) {
        closeTag();
        out.append('\n').append(text).append("</").append(open.pop()).append('>');
    }

    /// The end of the element that was started last and is not ended yet.
    void close() {
        String element = open.pop();
        if (inTag) {
            out.append("/>");
            inTag = false;
        } else {
            out.append('\n').repeat(' ', 2 * open.size());
            out.append("</").append(element).append('>');
        }
    }

    /// The whole document, from its declaration to a new line.
    String document() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + out + "\n";
    }

    /// A number as short as it can be, to a tenth.
    static String number(double value) {
        long tenths = Math.round(value * 10);
        String text = Long.toString(Math.abs(tenths / 10));
        String fraction = tenths % 10 == 0 ? "" : "." + Math.abs(tenths % 10);
        return (tenths < 0 ? "-" : "") + text + fraction;
    }

    private void closeTag() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
    }

    private void escape(String text) {
        String shown = Shown.text(text);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
