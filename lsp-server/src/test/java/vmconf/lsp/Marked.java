package vmconf.lsp;

import org.eclipse.lsp4j.Position;

/// A text with the mark `<caret>` in it.
record Marked(String text, Position caret) {
    private static final String MARK = "<caret>";

    static Marked of(String marked) {
        int at = marked.indexOf(MARK);
        String before = marked.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        int column = at - before.lastIndexOf('\n') - 1;
        return new Marked(
                before + marked.substring(at + MARK.length()), new Position(line, column));
    }

    int offset() {
        return offset(text, caret);
    }

    static int offset(String text, Position position) {
        int start = 0;
        for (int line = 0; line < position.getLine(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + position.getCharacter();
    }
}
