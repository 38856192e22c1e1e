package vmconf.compiler.export.xml;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Elements as text: each on its line, two blanks deeper for each level.
public final class XmlText {
    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;

    private XmlText() throws XMLStreamException {
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    }

    /// A whole document, ending in a new line.
    public static String of(Xml root) {
        try {
            XmlText text = new XmlText();
            text.xml.writeStartDocument("UTF-8", "1.0");
            text.write(root, 0);
            text.xml.writeEndDocument();
            text.xml.flush();
            return text.out.append("\n").toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an element cannot be written", e);
        }
    }

    private void write(Xml element, int depth) throws XMLStreamException {
        if (!element.comment().isEmpty()) {
            line(depth);
            xml.writeComment(" " + comment(element.comment()) + " ");
        }
        line(depth);
        switch (element.content()) {
            case Xml.Content.Text(var text) -> {
                xml.writeStartElement(element.name());
                attributes(element);
                xml.writeCharacters(text);
                xml.writeEndElement();
            }
            case Xml.Content.Elements(var list) when list.isEmpty() -> {
                xml.writeEmptyElement(element.name());
                attributes(element);
            }
            case Xml.Content.Elements(var list) -> {
                xml.writeStartElement(element.name());
                attributes(element);
                for (Xml each : list) {
                    write(each, depth + 1);
                }
                line(depth);
                xml.writeEndElement();
            }
        }
    }

    private void attributes(Xml element) throws XMLStreamException {
        for (Map.Entry<String, String> each : element.attributes().entrySet()) {
            xml.writeAttribute(each.getKey(), each.getValue());
        }
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /// Two hyphens would end a comment.
    private static String comment(String words) {
        return XmlCharacters.kept(words).replaceAll("-(?=-)", "- ").replaceAll("-$", "- ");
    }
}
