package vmconf.compiler.export.xml;

/// What an XML document can hold in one line: XML 1.0 has no place for most control characters, and
/// reads a new line in an attribute as a blank.
public final class XmlCharacters {
    private XmlCharacters() {}

    /// Whether all of the text can be held.
    public static boolean holds(String text) {
        return text.codePoints().allMatch(XmlCharacters::isHeld);
    }

    /// The text with a question mark for what cannot be held.
    public static String kept(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> kept.appendCodePoint(isHeld(c) ? c : '?'));
        return kept.toString();
    }

    private static boolean isHeld(int c) {
        return c >= ' '
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.SURROGATE
                && c != 0xfffe
                && c != 0xffff;
    }
}
