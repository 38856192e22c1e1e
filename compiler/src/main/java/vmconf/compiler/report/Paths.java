package vmconf.compiler.report;

import java.nio.charset.StandardCharsets;
import vmconf.source.SourceFile;

/// Names of files as tools want them.
final class Paths {
    private Paths() {}

    /// Without `./` in front, which tools do not take for the same file.
    static String plain(String name) {
        String plain = name;
        while (plain.startsWith("./") && plain.length() > 2) {
            plain = plain.substring(2);
        }
        return plain;
    }

    /// As a URI reference (RFC 3986): `file:///…` for an absolute path, else relative.
    static String uri(String name) {
        StringBuilder uri = new StringBuilder(name.startsWith("/") ? "file://" : "");
        for (byte each : SourceFile.readable(plain(name)).getBytes(StandardCharsets.UTF_8)) {
            int c = each & 0xFF;
            boolean plain =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || "-._~/".indexOf(c) >= 0;
            if (plain) {
                uri.append((char) c);
            } else {
                uri.append('%');
                uri.append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                uri.append(Character.toUpperCase(Character.forDigit(c & 0xF, 16)));
            }
        }
        return uri.toString();
    }

    /// Whether a name is relative to the working directory.
    static boolean relative(String name) {
        return !name.startsWith("/");
    }
}
