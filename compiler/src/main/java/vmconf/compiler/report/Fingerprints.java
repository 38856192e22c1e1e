package vmconf.compiler.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// Names of findings that stay the same while lines above them come and go.
///
/// One is made from the file checked, the file of the finding, its code, the text it is about and
/// the line that text stands on; of several alike, each but the first has its number, too. So no
/// two of a report are the same.
final class Fingerprints {
    /// Most of a line that counts, in characters on each side of the finding.
    private static final int AROUND = 200;

    private final Map<String, Integer> seen = new HashMap<>();
    private final MessageDigest digest;

    Fingerprints() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// @param checked the file that was checked, which may include the finding's
    /// @return 64 hexadecimal digits
    String of(String checked, Diagnostic finding) {
        Span span = finding.span();
        String[] parts = {
            Paths.plain(checked), Paths.plain(span.file().name()), finding.code(), line(span)
        };
        return unique(String.join("\0", parts));
    }

    /// Of a file that could not be read.
    String of(Checked.Unreadable file) {
        return unique(Paths.plain(file.file()) + "\0" + Unreadable.CODE);
    }

    private String unique(String key) {
        int count = seen.merge(key, 1, Integer::sum);
        String numbered = count == 1 ? key : key + "\0" + count;
        return HexFormat.of().formatHex(digest.digest(numbered.getBytes(StandardCharsets.UTF_8)));
    }

    /// The finding's text, and what stands around it on its first line, without indentation.
    private static String line(Span span) {
        SourceFile file = span.file();
        int line = file.lineAt(span.start());
        int end = Math.min(span.end(), span.start() + AROUND);
        int from = Math.max(file.lineStart(line), span.start() - AROUND);
        int until = Math.max(end, Math.min(file.lineEnd(line), end + AROUND));
        return file.text().substring(span.start(), end)
                + "\0"
                + file.text().substring(from, until).strip();
    }
}
