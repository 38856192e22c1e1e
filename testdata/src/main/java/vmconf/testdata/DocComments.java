package vmconf.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the doc comments of packages' records say.
public final class DocComments {
    private static final String PARAM = "@param ";

    private final Map<String, String> texts = new HashMap<>();

    /// @param folders of the packages' sources, below the project's top folder
    public DocComments(String... folders) {
        for (String folder : folders) {
            readAll(folder);
        }
    }

    private void readAll(String folder) {
        try (var files = Files.list(Golden.root().resolve(folder))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                read(Files.readAllLines(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is said of a type.
    public @Nullable String of(Class<?> type) {
        return texts.get(type.getSimpleName());
    }

    /// What is said of a component of a record, if anything.
    public @Nullable String find(Class<?> type, String component) {
        return texts.get(type.getSimpleName() + "." + component);
    }

    /// What is said of a component of a record.
    ///
    /// @throws AssertionError when there is nothing
    public String of(Class<?> type, String component) {
        String text = texts.get(type.getSimpleName() + "." + component);
        if (text == null) {
            throw new AssertionError(type + " does not say what its " + component + " is");
        }
        return text;
    }

    private void read(List<String> lines) {
        List<String> comment = new ArrayList<>();
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith("///")) {
                comment.add(text.substring(3).strip());
            } else if (!isAnnotation(text) && !comment.isEmpty()) {
                keep(comment, text);
                comment.clear();
            }
        }
    }

    private static boolean isAnnotation(String line) {
        return line.startsWith("@") || line.startsWith("\"") || line.startsWith("}");
    }

    private void keep(List<String> comment, String declaration) {
        String[] words = declaration.split("[ (<{]+");
        for (int i = 0; i + 1 < words.length; i++) {
            if (words[i].equals("record") || words[i].equals("enum")) {
                keep(comment, words[i + 1], "");
                return;
            }
        }
    }

    private void keep(List<String> comment, String type, String none) {
        String key = type;
        StringBuilder text = new StringBuilder(none);
        for (String line : comment) {
            if (line.startsWith(PARAM)) {
                texts.put(key, text.toString());
                String[] words = line.substring(PARAM.length()).split(" ", 2);
                key = type + "." + words[0];
                text = new StringBuilder(words.length > 1 ? words[1] : none);
            } else if (!line.isEmpty()) {
                text.append(text.isEmpty() ? "" : " ").append(line);
            }
        }
        texts.put(key, text.toString());
    }
}
