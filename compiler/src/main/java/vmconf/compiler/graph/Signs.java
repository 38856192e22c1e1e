package vmconf.compiler.graph;

/// The small signs in front of lines, ten pixels wide and high.
final class Signs {
    private Signs() {}

    static void define(Markup svg) {
        svg.open("defs");
        define(
                svg,
                VmText.Use.DISK,
                "M1 2.5C1 1.4 9 1.4 9 2.5V7.5C9 8.6 1 8.6 1 7.5ZM1 2.5C1 3.6 9 3.6 9 2.5");
        define(
                svg,
                VmText.Use.CDROM,
                "M9 5A4 4 0 1 1 1 5A4 4 0 1 1 9 5ZM6.2 5A1.2 1.2 0 1 1 3.8 5A1.2 1.2 0 1 1 6.2 5Z");
        define(svg, VmText.Use.BOOT, "M2.5 1.2L8.5 5L2.5 8.8Z");
        svg.close();
    }

    private static void define(Markup svg, VmText.Use use, String path) {
        svg.open("path").attribute("id", id(use)).attribute("d", path).close();
    }

    static String id(VmText.Use use) {
        return "sign-" + use.word();
    }
}
