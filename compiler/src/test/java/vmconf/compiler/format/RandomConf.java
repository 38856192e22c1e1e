package vmconf.compiler.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import vmconf.compiler.expand.CommandLineMacro;

/// Files that have the form of the grammar, laid out in all ways that it leaves: blanks, blank
/// lines, joined lines, comments, blocks on one line and on several, macros that stand for a word,
/// a part of one, several, an option, a brace, a comment or nothing.
final class RandomConf {
    /// A file and one that it includes.
    ///
    /// @param part of the name `part.conf`
    /// @param macros those of the command line; none where the files define them
    record Tree(String text, String part, List<CommandLineMacro> macros) {}

    private static final List<String> MACROS =
            List.of(
                    "dir = \"/var/vm\"",
                    "one='up'",
                    "words = \"format qcow2\"",
                    "opt = 'memory 1G'",
                    "open = \"{\"",
                    "close = \"}\"",
                    "inner = \"{ up }\"",
                    "nothing = \"\"",
                    "rest = \"# not read\"",
                    "quote = '\"/a  b'",
                    "blank = \"raw \"",
                    "five = \"5\"",
                    "key = switch_name");

    private static final List<String> COMMENTS =
            List.of(
                    "#",
                    "# note",
                    "#note with } and \"quote",
                    "#\tinterface { up }",
                    "# it's  wide   ",
                    "# \u00e9 \ud83d\ude00",
                    "# byte \udcff",
                    "# return\r",
                    "# path c:\\ ",
                    "# goes on \\\n   here",
                    "# vmconf: allow VM201, VM310 it is so",
                    "# vmconf: allow VM240 as well");

    private final Random form;
    private final Random blanks;
    private final StringBuilder text = new StringBuilder();
    private boolean odd = true;
    private boolean includes = true;
    private boolean defines = true;

    private RandomConf(Random form, Random blanks) {
        this.form = form;
        this.blanks = blanks;
    }

    static Arbitrary<Tree> trees() {
        return Arbitraries.fromGenerator(
                random -> Shrinkable.unshrinkable(tree(new Random(random.nextLong()), true)));
    }

    /// Trees whose macros the command line defines, so that files do not tell what they yield.
    static Arbitrary<Tree> treesWithoutMacros() {
        return Arbitraries.fromGenerator(
                random -> Shrinkable.unshrinkable(tree(new Random(random.nextLong()), false)));
    }

    private static Tree tree(Random random, boolean defines) {
        boolean acrossFiles = random.nextInt(12) == 0;
        RandomConf part = new RandomConf(random, random);
        part.includes = false;
        part.defines = defines;
        part.statements(3);
        if (acrossFiles) {
            part.text.append("vm \"across\" {\n  enable\n");
        }
        RandomConf file = new RandomConf(random, random);
        file.includes = !acrossFiles;
        file.defines = defines;
        file.statements(3);
        if (acrossFiles) {
            file.text.append("include \"part.conf\"\n  disable  # on\nmemory  1G \n}\n");
        }
        file.statements(3);
        return new Tree(file.text(), part.text(), defines ? List.of() : macros());
    }

    private static List<CommandLineMacro> macros() {
        return MACROS.stream()
                .map(macro -> macro.split("=", 2))
                .map(sides -> sides[0].strip() + "=" + unquoted(sides[1].strip()))
                .flatMap(macro -> CommandLineMacro.parse(macro).stream())
                .toList();
    }

    private static String unquoted(String value) {
        boolean quoted = value.startsWith("\"") || value.startsWith("'");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /// Two texts of the same form that differ in blanks alone.
    static Arbitrary<List<String>> pairs() {
        return Arbitraries.fromGenerator(
                random -> {
                    long seed = random.nextLong();
                    return Shrinkable.unshrinkable(List.of(plain(seed, 1), plain(seed, 2)));
                });
    }

    private static String plain(long seed, long blanks) {
        RandomConf file = new RandomConf(new Random(seed), new Random(seed + blanks));
        file.odd = false;
        file.statements(6);
        return file.text();
    }

    private String text() {
        boolean unfinished =
                odd
                        && form.nextInt(8) == 0
                        && text.length() > 2
                        && !text.toString().endsWith("\\ \n");
        return unfinished ? text.substring(0, text.length() - 1) : text.toString();
    }

    private void statements(int most) {
        between();
        for (String macro : defines ? MACROS : List.<String>of()) {
            if (form.nextInt(3) > 0) {
                String[] sides = macro.split("=", 2);
                line(sides[0].strip() + blanks() + "=" + blanks() + sides[1].strip());
            } else {
                line(macro);
            }
        }
        for (int i = form.nextInt(most + 1); i >= 0; i--) {
            between();
            switch (form.nextInt(odd ? 8 : 4)) {
                case 0 -> switchBlock();
                case 1, 2, 3 -> vmBlock();
                case 4 -> line("local" + gap() + "inet6");
                case 5 -> line("agentx" + gap() + "context" + gap() + quoted("c"));
                case 6 ->
                        line(
                                "staggered"
                                        + gap()
                                        + "start"
                                        + gap()
                                        + "parallel"
                                        + gap()
                                        + "2"
                                        + gap()
                                        + "delay"
                                        + gap()
                                        + "$five");
                default ->
                        line(!includes ? "local inet6" : "include" + gap() + quoted("part.conf"));
            }
        }
    }

    private void switchBlock() {
        List<String> options = new ArrayList<>();
        options.add("interface" + gap() + quoted("bridge" + form.nextInt(9)));
        options.add(pick("up", "$one", "rdomain" + gap() + "5", "locked" + gap() + "lladdr"));
        block("switch" + gap() + quoted("s") + maybe("$key", "x"), options);
    }

    private void vmBlock() {
        List<String> options = new ArrayList<>();
        for (int i = form.nextInt(5); i >= 0; i--) {
            options.add(vmOption());
        }
        String name = pick(quoted("v" + form.nextInt(9)), "w" + form.nextInt(9), "a7");
        String parent = form.nextInt(4) == 0 ? gap() + "instance" + gap() + quoted("i") : "";
        block("vm" + gap() + name + parent, options);
    }

    private String vmOption() {
        return switch (form.nextInt(odd ? 15 : 9)) {
            case 0 -> pick("enable", "disable", "$opt", "sev");
            case 1 -> "memory" + gap() + pick("512M", "\"1G\"", "'2G'", "536870912");
            case 2 -> "disk" + gap() + path() + maybe("format" + gap() + "qcow2", "$words");
            case 3 -> "boot" + gap() + "device" + gap() + pick("disk", "cdrom", "net");
            case 4 -> "owner" + gap() + pick("root:wheel", "0", ":5");
            case 5, 6 -> linkBlock();
            case 7 -> flags();
            case 8 ->
                    "interface"
                            + maybe("tap1", "tap")
                            + gap()
                            + "switch"
                            + gap()
                            + "a"
                            + gap()
                            + "up"
                            + tight()
                            + ",";
            case 9 -> "interface" + gap() + "$inner";
            case 10 -> "disk" + gap() + "$quote/c  d.img\"";
            case 11 -> "disk" + gap() + "$dir/x" + "$one" + gap() + "format" + gap() + "$blank";
            case 12 -> "$nothing" + gap() + "enable";
            case 13 -> "disk" + gap() + "5#c\n";
            default -> "boot" + gap() + path() + gap() + "$rest";
        };
    }

    private String path() {
        return pick(
                quoted("/a b/c.img"),
                "$dir/d.img",
                "/e" + gap() + quoted("f") + "g",
                "\"over\\\n  lines\"");
    }

    private String linkBlock() {
        String open = form.nextInt(9) == 0 && odd ? "$open" : "{";
        StringBuilder block = new StringBuilder(pick("", "local" + gap()) + "interface");
        block.append(maybe("tap0", "tap")).append(open.equals("{") ? tight() : gap()).append(open);
        String end = form.nextInt(2) == 0 ? space() : "\n";
        for (int i = form.nextInt(4); i >= 0; i--) {
            block.append(end.equals("\n") && form.nextInt(3) > 0 ? ending() : gap());
            block.append(
                    pick(
                            "switch" + gap() + quoted("s"),
                            "up",
                            "locked" + gap() + "lladdr" + gap() + "fe:e1:bb:d1:00:01",
                            "group" + gap() + quoted("a" + "b".repeat(form.nextInt(20))),
                            "rdomain" + gap() + "5"));
        }
        return block + (end.equals("\n") ? ending() : end) + "}";
    }

    private String flags() {
        StringBuilder block = new StringBuilder("allow" + gap() + "instance" + tight() + "{");
        boolean lines = form.nextInt(2) == 0;
        for (int i = form.nextInt(3); i >= 0; i--) {
            block.append(lines ? ending() : gap());
            block.append(pick("boot", "memory", "owner" + gap() + "a", "disk", "$nothing cdrom"));
            block.append(i > 0 ? tight() + (lines && form.nextInt(2) == 0 ? "" : ",") : "");
        }
        return block + (lines ? ending() : gap()) + "}";
    }

    private void block(String header, List<String> options) {
        String open = form.nextInt(15) == 0 && odd ? gap() + "$open" : tight() + "{";
        StringBuilder block = new StringBuilder(header).append(open);
        // What stands behind a comment is not read.
        boolean first = !options.getFirst().contains("$rest");
        boolean oneLine = first && options.size() == 1 && form.nextInt(2) == 0;
        if (oneLine) {
            line(block.append(gap()).append(options.getFirst()).append(space()) + "}");
            return;
        }
        block.append(form.nextInt(4) == 0 ? gap() : ending());
        for (int i = 0; i < options.size(); i++) {
            boolean shares = first && i == 0 && options.size() > 1 && form.nextInt(6) == 0;
            block.append(options.get(i)).append(shares ? gap() : ending());
        }
        line(block + (form.nextInt(20) == 0 && odd ? "$close" : "}"));
    }

    /// The end of a line, lines between, and the blanks in front of the next one.
    private String ending() {
        StringBuilder ending = new StringBuilder(space());
        if (form.nextInt(4) == 0) {
            ending.append(" ").append(comment());
        }
        ending.append("\n");
        for (int i = form.nextInt(5); i > 2; i--) {
            ending.append(space());
            // A comment below another one may be meant to go on.
            ending.append(odd && form.nextInt(2) == 0 ? comment() : "").append("\n");
        }
        return ending.append(space()).toString();
    }

    private void between() {
        for (int i = form.nextInt(4); i > 1; i--) {
            text.append(space());
            text.append(odd && form.nextInt(2) == 0 ? comment() : "").append("\n");
        }
    }

    private void line(String line) {
        text.append(space()).append(line);
        text.append(form.nextInt(5) == 0 ? " " + comment() : space()).append("\n");
    }

    private String comment() {
        return COMMENTS.get(form.nextInt(odd ? COMMENTS.size() : 4));
    }

    private String quoted(String word) {
        return form.nextInt(3) == 0 ? "'" + word + "'" : "\"" + word + "\"";
    }

    private String maybe(String... words) {
        return form.nextInt(3) > 0 ? "" : gap() + pick(words);
    }

    private String pick(String... words) {
        return words[form.nextInt(words.length)];
    }

    /// Blanks, at least one.
    private String gap() {
        int kind = odd ? form.nextInt(30) : 29;
        return switch (kind) {
            case 0 -> " \\\n";
            case 1 -> "\\\n  ";
            case 2 -> " \\ ";
            case 3 -> "\\\t";
            case 4 -> " \\\n\\\n\t";
            default -> " " + space();
        };
    }

    /// In front of a brace or comma.
    private String tight() {
        return form.nextInt(2) == 0 ? space() : gap();
    }

    private String blanks() {
        return space();
    }

    private String space() {
        return List.of("", "", " ", "\t", "  ", " \t ", "      ").get(blanks.nextInt(7));
    }
}
