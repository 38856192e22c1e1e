package vmconf.compiler.rule;

import vmconf.compiler.syntax.DirectiveInfo;

/// The numbers that the schema allows for a directive.
record Range(long least, long most) {

    /// @param directive name of a directive whose range is written `least..most` in the schema
    static Range of(String directive) {
        String text =
                DirectiveInfo.named(directive)
                        .range()
                        .orElseThrow(() -> new IllegalArgumentException(directive));
        int dots = text.indexOf("..");
        return new Range(
                Long.parseLong(text.substring(0, dots)), Long.parseLong(text.substring(dots + 2)));
    }

    boolean contains(long number) {
        return number >= least && number <= most;
    }

    @Override
    public String toString() {
        return least + " to " + most;
    }
}
