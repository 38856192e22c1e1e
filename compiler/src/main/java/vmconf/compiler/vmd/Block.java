package vmconf.compiler.vmd;

import vmconf.grammar.VmConf;

/// The body of a `switch` or `vm` block (`vmconf-language` section 3.1): at least one option; the
/// first may share its line with the second, every later one ends its line.
final class Block {
    private Block() {}

    /// Reads one option.
    @FunctionalInterface
    interface OptionReader {
        void read() throws Restart;
    }

    /// Reads from the opening to the closing brace, which is the last token accepted.
    static void read(Lookahead ahead, OptionReader option) throws Restart {
        ahead.accept(VmConf.OPEN);
        ahead.skipNewlines();
        option.read();
        ahead.skipNewlines();
        while (ahead.peek() != VmConf.CLOSE) {
            option.read();
            ahead.accept(VmConf.NL);
            ahead.skipNewlines();
        }
        ahead.accept();
    }
}
