package vmconf.compiler.graph;

/// A net as a box.
///
/// @param facts what is said of it below its name
record Bar(Net net, String name, String facts, double width) {
    static final double HEIGHT = 44;

    private static final double PAD = 16;
    private static final double NARROWEST = 150;
    private static final double WIDEST = 420;

    static Bar of(Net net) {
        double room = WIDEST - 2 * PAD;
        String name = Face.NAME.start(Shown.text(net.name()), room);
        String facts = Face.CODE.start(Shown.text(String.join(" · ", net.facts())), room);
        double text = Math.max(Face.NAME.width(name), Face.CODE.width(facts));
        return new Bar(net, name, facts, Math.max(NARROWEST, text + 2 * PAD));
    }
}
