package vmconf.compiler.graph;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A picture in SVG that has been read again.
final class Drawn {
    private final Element svg;

    /// A rectangle of the picture, in pixels from its upper left corner.
    record Box(String style, double x, double y, double width, double height) {
        boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        boolean holds(Box other) {
            return x <= other.x
                    && y <= other.y
                    && other.x + other.width <= x + width
                    && other.y + other.height <= y + height;
        }
    }

    private Drawn(Element svg) {
        this.svg = svg;
    }

    /// @throws AssertionError when it is not well-formed XML
    static Drawn of(String text) {
        try {
            return new Drawn(
                    DocumentBuilderFactory.newDefaultNSInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(text)))
                            .getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(text, e);
        }
    }

    /// The names of the nodes that have a class.
    List<String> names(String style) {
        return groups(style).stream().map(each -> each.getAttribute("data-name")).toList();
    }

    /// All values of an attribute.
    List<String> all(String attribute) {
        return elements("*").stream()
                .filter(each -> each.hasAttribute(attribute))
                .map(each -> each.getAttribute(attribute))
                .toList();
    }

    /// All texts in reading order.
    List<String> texts() {
        return elements("text").stream().map(Element::getTextContent).toList();
    }

    /// How many lines there are.
    long wires() {
        return elements("path").stream().filter(each -> has(each, "wire")).count();
    }

    /// The whole picture.
    Box paper() {
        return new Box("paper", 0, 0, number(svg, "width"), number(svg, "height"));
    }

    /// The rectangles of groups that have a class.
    List<Box> boxes(String style) {
        return groups(style).stream().map(Drawn::box).toList();
    }

    private List<Element> groups(String style) {
        return elements("g").stream().filter(each -> has(each, style)).toList();
    }

    private static boolean has(Element element, String style) {
        return Set.of(element.getAttribute("class").split(" ")).contains(style);
    }

    private List<Element> elements(String name) {
        NodeList found = svg.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Box box(Element group) {
        double x = 0;
        double y = 0;
        for (Node at = group; at instanceof Element each; at = at.getParentNode()) {
            String shift = each.getAttribute("transform");
            if (!shift.isEmpty()) {
                String[] by = shift.substring("translate(".length(), shift.length() - 1).split(" ");
                x += Double.parseDouble(by[0]);
                y += Double.parseDouble(by[1]);
            }
        }
        for (Node at = group.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element each && each.getTagName().equals("rect")) {
                String style = group.getAttribute("class");
                return new Box(style, x, y, number(each, "width"), number(each, "height"));
            }
        }
        throw new AssertionError("no rectangle in " + group.getAttribute("id"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
