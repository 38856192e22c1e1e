package vmconf.packaging.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmconf.testdata.Golden;

/// The commands and options that programs have: those that their completion knows, and vmd's from
/// its manual page.
final class Words {
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^complete -c \\S+ .* -a ([a-z-]+) ");
    private static final Pattern OPTIONS =
            Pattern.compile("__fish_seen_subcommand_from ([a-z-]+)'((?: -[ls] \\S+)+)");
    private static final Pattern OPTION = Pattern.compile(" -([ls]) (\\S+)");
    private static final Pattern SPAN = Pattern.compile("(?<!`)`([^`]+)`(?!`)");
    private static final Pattern PROGRAM = Pattern.compile("^(?:bin/)?(vmconf|vmctl|vmd) (.*)");

    private final Map<String, Set<String>> known = new HashMap<>();

    Words(Shell shell) throws IOException {
        for (String program : List.of("vmconf", "vmctl")) {
            String text = shell.run(program + " completion fish").out();
            COMMAND.matcher(text).results().forEach(each -> options(program + " " + each.group(1)));
            text.lines().forEach(each -> learn(program, each));
        }
        String manual = Files.readString(Golden.root().resolve("docs/man/vmd.8"));
        Matcher flag = Pattern.compile("Fl (-?[A-Za-z-]+)").matcher(manual);
        while (flag.find()) {
            String word = flag.group(1);
            if (word.startsWith("-")) {
                options("vmd").add("-" + word);
            } else {
                word.chars().forEach(each -> options("vmd").add("-" + (char) each));
            }
        }
    }

    private void learn(String program, String line) {
        Matcher options = OPTIONS.matcher(line);
        if (options.find()) {
            OPTION.matcher(options.group(2))
                    .results()
                    .map(each -> (each.group(1).equals("l") ? "--" : "-") + each.group(2))
                    .forEach(
                            each -> {
                                options(program + " " + options.group(1)).add(each);
                                options(program).add(each);
                            });
        }
    }

    private Set<String> options(String command) {
        return known.computeIfAbsent(command, _ -> new HashSet<>());
    }

    /// What is said to be typed, in a page's sentences, and no program knows.
    List<String> unknown(Page page) {
        List<String> unknown = new ArrayList<>();
        Matcher span = SPAN.matcher(page.prose());
        while (span.find()) {
            String text = span.group(1).replaceAll("\\s+", " ");
            Matcher program = PROGRAM.matcher(text);
            if (program.matches() && !knows(program.group(1), program.group(2))) {
                unknown.add(page.name() + ": " + text);
            }
        }
        return unknown;
    }

    private boolean knows(String program, String rest) {
        List<String> words = List.of(rest.replaceFirst(" [|>&].*", "").split(" "));
        boolean plain = program.equals("vmd") || words.getFirst().startsWith("-");
        String command = plain ? program : program + " " + words.getFirst();
        return known.containsKey(command)
                && words.stream()
                        .filter(each -> each.matches("-.+"))
                        .filter(each -> !each.matches("--(help|version)"))
                        .map(each -> each.replaceFirst("=.*", ""))
                        .map(each -> each.startsWith("--") ? each : each.substring(0, 2))
                        .allMatch(known.get(command)::contains);
    }
}
