package vmconf.compiler.export.libvirt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An element of an XML document.
///
/// @param attributes in their order
/// @param content the elements in it, or its text
/// @param comment what stands in front of it; empty for nothing
record Xml(String name, Map<String, String> attributes, Content content, String comment) {

    /// What is in an element: elements, or text, never both.
    sealed interface Content {
        record Elements(List<Xml> list) implements Content {
            public Elements {
                list = List.copyOf(list);
            }
        }

        record Text(String text) implements Content {}
    }

    static Xml element(String name) {
        return new Xml(name, Map.of(), new Content.Elements(List.of()), "");
    }

    static Xml element(String name, Xml... children) {
        return element(name).add(Stream.of(children));
    }

    static Xml text(String name, String text) {
        return new Xml(name, Map.of(), new Content.Text(text), "");
    }

    /// The same with another attribute.
    Xml with(String attribute, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Xml(name, more, content, comment);
    }

    /// The same with another attribute, if there is a value for it.
    Xml with(String attribute, Optional<String> value) {
        return value.map(each -> with(attribute, each)).orElse(this);
    }

    /// The same with more elements in it.
    Xml add(Stream<Xml> children) {
        List<Xml> all = new ArrayList<>(elements());
        children.forEach(all::add);
        return new Xml(name, attributes, new Content.Elements(all), comment);
    }

    /// The same with one more element in it.
    Xml add(Xml child) {
        return add(Stream.of(child));
    }

    /// The same with words in front of it.
    Xml commented(String words) {
        return new Xml(name, attributes, content, words);
    }

    /// The elements in it.
    List<Xml> elements() {
        return switch (content) {
            case Content.Elements(var list) -> list;
            case Content.Text _ -> List.of();
        };
    }
}
