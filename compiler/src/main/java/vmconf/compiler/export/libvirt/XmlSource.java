package vmconf.compiler.export.libvirt;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML that somebody else wrote. No entity is followed and nothing outside is read.
final class XmlSource {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_ELEMENTS = 1_000_000;

    private XmlSource() {}

    /// What came of reading a document.
    sealed interface Answer {
        record Read(XmlElement root) implements Answer {}

        /// @param line from 1
        /// @param column from 1
        record Broken(int line, int column, String reason) implements Answer {}
    }

    static Answer read(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            return tree(reader)
                    .<Answer>map(Answer.Read::new)
                    .orElse(
                            new Answer.Broken(
                                    1, 1, "it has more elements, or deeper ones, than any domain"));
        } catch (XMLStreamException e) {
            String message = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "");
            return new Answer.Broken(
                    e.getLocation().getLineNumber(),
                    e.getLocation().getColumnNumber(),
                    "it is no XML: " + message.lines().findFirst().orElse("unreadable"));
        }
    }

    private static Optional<XmlElement> tree(XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        int count = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element = element(reader);
                    if (!open.isEmpty()) {
                        open.element().children().add(element);
                    }
                    open.push(element);
                    if (open.size() > MAX_DEPTH || ++count > MAX_ELEMENTS) {
                        return Optional.empty();
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (!open.isEmpty()) {
                        open.element().append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement closed = open.pop();
                    if (open.isEmpty()) {
                        return Optional.of(closed);
                    }
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static XmlElement element(XMLStreamReader reader) {
        XmlElement element =
                new XmlElement(
                        reader.getLocalName(),
                        reader.getLocation().getLineNumber(),
                        reader.getLocation().getColumnNumber());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attributes().put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return element;
    }
}
