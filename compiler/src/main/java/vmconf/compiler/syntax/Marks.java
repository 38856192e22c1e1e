package vmconf.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import vmconf.source.Origin;

/// Characters that were read on trial, with their places, to be put back.
final class Marks {
    private record Mark(int c, int start, int end, Origin origin) {}

    private final List<Mark> marks = new ArrayList<>();

    /// Remembers the character that a reader has just read.
    void add(int c, CharReader reader) {
        marks.add(new Mark(c, reader.start, reader.end, reader.origin));
    }

    /// Puts all of them back, so that the first one is read next.
    void putBack(CharReader reader) {
        for (Mark mark : marks.reversed()) {
            reader.unread(mark.c(), mark.start(), mark.end(), mark.origin());
        }
    }
}
