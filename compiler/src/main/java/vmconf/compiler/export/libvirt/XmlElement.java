package vmconf.compiler.export.libvirt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An element as read.
final class XmlElement {
    private final String name;
    private final int line;
    private final int column;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /// @param line where its tag ends, from 1
    XmlElement(String name, int line, int column) {
        this.name = name;
        this.line = line;
        this.column = column;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<XmlElement> children() {
        return children;
    }

    void append(String more) {
        text.append(more);
    }

    /// Its text without the blanks around it.
    String text() {
        return text.toString().strip();
    }

    Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    /// The attribute has that value.
    boolean has(String key, String value) {
        return value.equals(attributes.get(key));
    }

    Stream<XmlElement> all(String child) {
        return children.stream().filter(each -> each.name.equals(child));
    }

    /// The first element below, along a path such as `os/kernel`.
    Optional<XmlElement> at(String path) {
        XmlElement here = this;
        for (String step : path.split("/")) {
            Optional<XmlElement> next = here.all(step).findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            here = next.get();
        }
        return Optional.of(here);
    }

    /// The text of the first element below, along a path; nothing where it is empty.
    Optional<String> textAt(String path) {
        return at(path).map(XmlElement::text).filter(each -> !each.isEmpty());
    }

    /// An attribute of the first element below, along a path.
    Optional<String> attributeAt(String path, String key) {
        return at(path).flatMap(each -> each.attribute(key));
    }
}
