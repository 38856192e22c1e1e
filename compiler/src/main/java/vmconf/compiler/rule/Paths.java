package vmconf.compiler.rule;

/// Paths as text, without a look at the host.
final class Paths {
    private Paths() {}

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
