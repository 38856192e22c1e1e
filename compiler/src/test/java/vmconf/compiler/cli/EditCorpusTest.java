package vmconf.compiler.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.fix.UnifiedDiff;
import vmconf.source.SourceFile;
import vmconf.testdata.Golden;

/// The commands that edit, as `testdata/corpus/edit` has them: in `NAME.edit` lines with `$` are
/// commands, each run on the files below them as they are there, under `== FILE`; `@` is the folder
/// of the files. `NAME.out` is what the commands say, and what is different afterwards.
class EditCorpusTest {
    private static final String FOLDER = "testdata/corpus/edit";
    private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'|(\\S+)");

    @TempDir Path folder;

    private final List<String> commands = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    static List<String> names() {
        return Golden.names(FOLDER, ".edit");
    }

    @ParameterizedTest
    @MethodSource("names")
    void commandsDoAndSayWhatIsExpected(String name) throws IOException {
        read(Golden.root().resolve(FOLDER).resolve(name + ".edit"));
        StringBuilder out = new StringBuilder();
        for (String command : commands) {
            out.append("$ ").append(command).append('\n').append(run(command));
        }
        Golden.check(FOLDER + "/" + name + ".out", out.toString());
    }

    private void read(Path scenario) throws IOException {
        String file = "";
        for (String line : Files.readAllLines(scenario)) {
            if (line.startsWith("== ")) {
                file = line.substring("== ".length());
                files.put(file, "");
            } else if (!file.isEmpty()) {
                files.merge(file, line + "\n", String::concat);
            } else if (line.startsWith("$ ")) {
                commands.add(line.substring("$ ".length()));
            }
        }
    }

    private String run(String command) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue().replace("@", folder.toString()));
        }
        Ran ran = Ran.vmconf("", words(command.replace("@", folder.toString())));
        StringBuilder result = new StringBuilder(ran.out() + ran.err());
        for (Map.Entry<String, String> file : files.entrySet()) {
            String now = Files.readString(folder.resolve(file.getKey()));
            result.append(
                    UnifiedDiff.of(
                            SourceFile.of(file.getKey(), file.getValue()),
                            SourceFile.of(file.getKey(), now.replace(folder.toString(), "@")),
                            false));
        }
        return result.toString().replace(folder + "/", "") + "exit " + ran.status() + "\n\n";
    }

    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            String quoted = matcher.group(1);
            words.add(quoted == null ? matcher.group(2) : quoted.replace("''", "'"));
        }
        return words.subList(1, words.size()).toArray(String[]::new);
    }
}
