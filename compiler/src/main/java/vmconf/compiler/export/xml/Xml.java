package vmconf.compiler.export.xml;

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
public record Xml(String name, Map<String, String> attributes, Content content, String comment) {

    /// What is in an element: elements, or text, never both.
    public sealed interface Content {
        /// @param list in their order
        record Elements(List<Xml> list) implements Content {
            public Elements {
                list = List.copyOf(list);
            }
        }

        /// @param text as it reads, without escapes
        record Text(String text) implements Content {}
    }

    /// An empty one.
    public static Xml element(String name) {
        return new Xml(name, Map.of(), new Content.Elements(List.of()), "");
    }

    /// One with elements in it.
    public static Xml element(String name, Xml... children) {
        return element(name).add(Stream.of(children));
    }

    /// One with text in it.
    public static Xml text(String name, String text) {
        return new Xml(name, Map.of(), new Content.Text(text), "");
    }

    /// The same with another attribute.
    public Xml with(String attribute, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Xml(name, more, content, comment);
    }

    /// The same with another attribute, if there is a value for it.
    public Xml with(String attribute, Optional<String> value) {
        return value.map(each -> with(attribute, each)).orElse(this);
    }

    /// The same with more elements in it.
    public Xml add(Stream<Xml> children) {
        List<Xml> all = new ArrayList<>(elements());
        children.forEach(all::add);
        return new Xml(name, attributes, new Content.Elements(all), comment);
    }

    /// The same with one more element in it.
    public Xml add(Xml child) {
        return add(Stream.of(child));
    }

    /// The same with words in front of it.
    public Xml commented(String words) {
        return new Xml(name, attributes, content, words);
    }

    /// The elements in it.
    public List<Xml> elements() {
        return switch (content) {
            case Content.Elements(var list) -> list;
            case Content.Text _ -> List.of();
        };
    }
}
