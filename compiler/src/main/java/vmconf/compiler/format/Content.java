package vmconf.compiler.format;

import vmconf.compiler.syntax.Token;

/// Numbers that tell contents apart: 64 bits, FNV-1a.
final class Content {
    static final long NOTHING = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private Content() {}

    /// A content with a token behind it.
    static long with(long content, Token token) {
        int kind = token.type() * 2 + (token.quoted() ? 1 : 0);
        return with((content ^ kind) * PRIME, token.text(), 0, token.text().length());
    }

    /// A content with a part of a text behind it.
    static long with(long content, String text, int start, int end) {
        long all = (content ^ (end - start)) * PRIME;
        for (int i = start; i < end; i++) {
            all = (all ^ text.charAt(i)) * PRIME;
        }
        return all;
    }
}
