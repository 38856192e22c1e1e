package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.FollowedInclude;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// Paths as text, without a look at the host.
final class Paths {
    private Paths() {}

    /// The paths of images: disks, then cdroms, then kernels, then files of UEFI variables.
    static List<Word> ofImages(Config config) {
        List<Word> paths = new ArrayList<>();
        for (Directive.Disk each : config.ofVms(Directive.Disk.class).toList()) {
            addKnown(each.path(), paths);
        }
        for (Directive.Cdrom each : config.ofVms(Directive.Cdrom.class).toList()) {
            addKnown(each.path(), paths);
        }
        for (Directive.Boot each : config.ofVms(Directive.Boot.class).toList()) {
            addKnown(each.path(), paths);
        }
        for (Directive.Kernel each : config.ofVms(Directive.Kernel.class).toList()) {
            addKnown(each.path(), paths);
        }
        for (Directive.Efivars each : config.ofVms(Directive.Efivars.class).toList()) {
            addKnown(each.path(), paths);
        }
        return paths;
    }

    private static void addKnown(Word path, List<Word> paths) {
        if (path.known()) {
            paths.add(path);
        }
    }

    /// The paths of files that were included.
    static List<Word> ofIncludes(Config config) {
        List<Word> paths = new ArrayList<>();
        for (FollowedInclude each : config.includes()) {
            if (each.outcome() instanceof FollowedInclude.Outcome.Read) {
                paths.add(each.directive().path());
            }
        }
        return paths;
    }

    /// The same path without doubled slashes and steps that lead nowhere. `..` stays, as a symbolic
    /// link may stand before it.
    static String normal(String path) {
        if (!path.contains("//") && !path.contains("./")) {
            return path;
        }
        StringBuilder normal = new StringBuilder(path.length());
        int start = 0;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            boolean nothing = end == start ? start > 0 : path.startsWith("./", start);
            if (!nothing) {
                normal.append(path, start, Math.min(end + 1, path.length()));
            }
            start = end + 1;
        }
        return normal.toString();
    }

    /// The last step of a path.
    static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Nothing is stored there, so that any number of machines may name it.
    static boolean isNull(String path) {
        return path.equals("/dev/null");
    }
}
