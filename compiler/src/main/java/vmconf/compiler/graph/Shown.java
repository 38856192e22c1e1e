package vmconf.compiler.graph;

import vmconf.compiler.diagnostic.Visible;

/// Text of the user as pictures have it: on one line, every character of it seen.
final class Shown {
    private Shown() {}

    static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return visible(text);
            }
        }
        return text;
    }

    /// What [Visible] keeps and no format for pictures does.
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        Visible.of(text)
                .codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '\t' -> shown.append('␉');
                                case '\n' -> shown.append('␊');
                                default ->
                                        shown.appendCodePoint((c & 0xFFFE) == 0xFFFE ? 0xFFFD : c);
                            }
                        });
        return shown.toString();
    }
}
