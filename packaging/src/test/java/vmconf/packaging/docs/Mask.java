package vmconf.packaging.docs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Makes alike what differs from run to run.
final class Mask {
    private static final Map<Pattern, String> REPLACEMENTS = new LinkedHashMap<>();

    static {
        replace("\u001b\\[[0-9;?]*[A-Za-z]|\u001bc|\r", "");
        replace(
                "(?m)^( *[0-9]+) +[0-9]+ ( +[0-9]+ +[0-9.]+[KMG]) +[0-9.]+M +pts/[0-9]+",
                "$1  4711 $2   38.2M   pts/1");
        replace("/dev/pts/[0-9]+", "/dev/pts/1");
        replace("\\([0-9]+ (s|min) ago\\)", "(1 s ago)");
        replace("fe:e1:bb:[0-9a-f:]{8}", "fe:e1:bb:d9:32:6e");
        replace("BusyBox v[^ ]+ \\([^)]*\\)", "BusyBox");
        replace("(?s)\n[^\n]*SeaBIOS.*?Booting[^\n]*", "");
        replace("(?m)^\\[ +[0-9.]+\\].*\n", "");
        replace(
                "\\b[0-9]{4}-[0-9]{2}-[0-9]{2}([ T])[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?",
                "2026-11-23$112:00:00");
    }

    private Mask() {}

    private static void replace(String pattern, String by) {
        REPLACEMENTS.put(Pattern.compile(pattern), by);
    }

    static String over(String text) {
        String masked = text;
        for (var each : REPLACEMENTS.entrySet()) {
            masked = each.getKey().matcher(masked).replaceAll(each.getValue());
        }
        return masked;
    }
}
