package vmconf.compiler.report;

import java.io.PrintStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// An XML document that is written from its start to its end, one element a line. Texts lose what
/// XML cannot hold.
final class XmlDocument {
    private final PrintStream out;
    private final XMLStreamWriter xml;
    private int depth;
    private boolean open;

    XmlDocument(PrintStream out) {
        this.out = out;
        try {
            this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    void start(String element) {
        try {
            line();
            xml.writeStartElement(element);
            depth++;
            open = true;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /// An element that has attributes only; it ends by itself.
    void empty(String element) {
        try {
            line();
            xml.writeEmptyElement(element);
            open = false;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    void attribute(String name, String value) {
        try {
            xml.writeAttribute(name, Glyphs.printable(value));
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    void attribute(String name, int value) {
        attribute(name, Integer.toString(value));
    }

    /// The element's text; line feeds are kept.
    void text(String value) {
        StringBuilder text = new StringBuilder();
        value.lines().forEach(line -> text.append(Glyphs.printable(line)).append('\n'));
        try {
            xml.writeCharacters(text.toString());
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        open = true;
    }

    void end() {
        try {
            depth--;
            if (!open) {
                line();
            }
            xml.writeEndElement();
            open = false;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /// The document is complete; a new line follows it.
    void close() {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        out.append('\n');
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static IllegalStateException broken(XMLStreamException e) {
        return new IllegalStateException("a document is written in the wrong order", e);
    }
}
