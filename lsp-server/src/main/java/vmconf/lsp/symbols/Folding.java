package vmconf.lsp.symbols;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.Position;
import vmconf.compiler.syntax.Written;
import vmconf.lsp.workspace.Question;

/// What can be folded: blocks, and lines of comments and of includes that follow each other.
public final class Folding {
    private final Question question;
    private final boolean linesOnly;
    private final List<FoldingRange> ranges = new ArrayList<>();

    private Folding(Question question, boolean linesOnly) {
        this.question = question;
        this.linesOnly = linesOnly;
    }

    /// @param linesOnly the client folds whole lines, and keeps the last one of a block
    public static List<FoldingRange> of(Question question, boolean linesOnly) {
        Folding folding = new Folding(question, linesOnly);
        List<Written> all = question.written();
        folding.blocks(all);
        folding.runs(all, FoldingRangeKind.Comment);
        folding.runs(all, FoldingRangeKind.Imports);
        return folding.ranges;
    }

    private void blocks(List<Written> all) {
        Deque<Written> open = new ArrayDeque<>();
        for (Written each : all) {
            if (each.kind() == Written.Kind.OPEN) {
                open.push(each);
            } else if (each.kind() == Written.Kind.CLOSE && !open.isEmpty()) {
                block(open.pop(), each);
            }
        }
    }

    private void block(Written from, Written to) {
        Position start = question.text().position(from.end());
        Position end = question.text().position(to.start());
        int last = linesOnly ? end.getLine() - 1 : end.getLine();
        if (last > start.getLine()) {
            FoldingRange range = new FoldingRange(start.getLine(), last);
            if (!linesOnly) {
                range.setStartCharacter(start.getCharacter());
                range.setEndCharacter(end.getCharacter());
            }
            ranges.add(range);
        }
    }

    /// Lines that are nothing but a comment, or an include.
    private void runs(List<Written> all, String kind) {
        int first = -1;
        int last = -1;
        boolean starts = true;
        for (Written each : all) {
            if (each.kind() == Written.Kind.NEWLINE) {
                starts = true;
                continue;
            }
            if (starts && isOf(each, kind)) {
                int line = question.text().position(each.start()).getLine();
                if (line != last + 1 || first < 0) {
                    run(first, last, kind);
                    first = line;
                }
                last = question.text().position(each.end()).getLine();
            }
            starts = false;
        }
        run(first, last, kind);
    }

    private static boolean isOf(Written each, String kind) {
        return kind.equals(FoldingRangeKind.Comment)
                ? each.kind() == Written.Kind.COMMENT
                : each.kind() == Written.Kind.KEYWORD && each.is("include");
    }

    private void run(int first, int last, String kind) {
        if (first >= 0 && last > first) {
            FoldingRange range = new FoldingRange(first, last);
            range.setKind(kind);
            ranges.add(range);
        }
    }
}
