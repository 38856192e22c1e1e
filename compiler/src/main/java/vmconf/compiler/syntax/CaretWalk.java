package vmconf.compiler.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vmconf.grammar.VmConf;

/// Walks to the caret over tokens that may hold mistakes: a mistake costs its line, inside the
/// braces of an option only the words that do not fit.
final class CaretWalk {
    private final List<Token> tokens;
    private final Deque<GrammarWalk> blocks = new ArrayDeque<>();
    private GrammarWalk walk = GrammarWalk.start(0);
    private int next;

    private CaretWalk(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// Where the walk stands behind the last token; nothing when that is on a line that does not
    /// fit.
    static Optional<GrammarWalk> along(List<Token> tokens) {
        return new CaretWalk(tokens).walk();
    }

    private Optional<GrammarWalk> walk() {
        while (next < tokens.size()) {
            int type = type(next);
            Optional<GrammarWalk> step = walk.step(type);
            if (step.isPresent()) {
                walk = step.get();
                next++;
                nest(type);
            } else if (!recover()) {
                return Optional.empty();
            }
        }
        return Optional.of(walk);
    }

    private void nest(int type) {
        if (type == VmConf.OPEN) {
            blocks.push(walk);
        } else if (type == VmConf.CLOSE && !blocks.isEmpty()) {
            blocks.pop();
        }
    }

    private boolean recover() {
        if (blocks.size() >= 2) {
            return skipWords();
        }
        return blocks.isEmpty() ? skipHeader() : skipLine();
    }

    private boolean skipWords() {
        GrammarWalk block = blocks.getFirst();
        while (next < tokens.size() && !block.accepts(type(next))) {
            if (type(next) == VmConf.CLOSE) {
                return closeEmpty();
            }
            next++;
        }
        walk = block.at(next);
        return true;
    }

    /// The braces hold nothing that fits; what opened them is over all the same.
    private boolean closeEmpty() {
        next++;
        blocks.pop();
        return skipLine();
    }

    private boolean skipLine() {
        int depth = 0;
        while (next < tokens.size() && (depth > 0 || type(next) != VmConf.NL)) {
            if (type(next) == VmConf.CLOSE && depth == 0) {
                return closeBlock();
            }
            depth += type(next) == VmConf.OPEN ? 1 : type(next) == VmConf.CLOSE ? -1 : 0;
            next++;
        }
        walk = blocks.isEmpty() ? GrammarWalk.start(next) : blocks.getFirst().at(next);
        return next < tokens.size();
    }

    private boolean closeBlock() {
        if (blocks.size() >= 2) {
            return closeEmpty();
        }
        if (!blocks.isEmpty()) {
            blocks.pop();
        }
        next++;
        return skipLine();
    }

    /// Behind a block's header that does not fit, the block itself is read.
    private boolean skipHeader() {
        int start = next;
        while (start > 0 && type(start - 1) != VmConf.NL) {
            start--;
        }
        int first = type(start);
        while (next < tokens.size() && type(next) != VmConf.NL && type(next) != VmConf.OPEN) {
            next++;
        }
        boolean block = first == VmConf.VM || first == VmConf.SWITCH;
        if (next < tokens.size() && type(next) == VmConf.OPEN && block) {
            walk =
                    GrammarWalk.start(start)
                            .step(first)
                            .flatMap(named -> named.step(VmConf.WORD))
                            .orElseThrow()
                            .at(next);
            return true;
        }
        return skipLine();
    }

    private int type(int index) {
        return tokens.get(index).type();
    }
}
