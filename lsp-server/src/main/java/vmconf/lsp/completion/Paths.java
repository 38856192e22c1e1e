package vmconf.lsp.completion;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItemKind;
import vmconf.lsp.workspace.Question;

/// Paths of files of this host, folder by folder. Relative ones are relative to where the includes
/// of the root are looked for.
final class Paths {
    private static final int MOST = 500;

    private final Question question;
    private final CompletedWord word;

    Paths(Question question, CompletedWord word) {
        this.question = question;
        this.word = word;
    }

    /// Folders, and files with one of the endings, any file without endings.
    Stream<Proposal> of(String... endings) {
        String written = word.prefix().text();
        String folder = written.substring(0, written.lastIndexOf('/') + 1);
        Set<String> names = new LinkedHashSet<>();
        for (Path base : bases(folder)) {
            list(base, List.of(endings), names);
        }
        return names.stream().flatMap(name -> proposal(folder, name).stream());
    }

    private List<Path> bases(String folder) {
        try {
            if (folder.startsWith("/")) {
                return List.of(Path.of(folder));
            }
            return question.analysis().bases().stream().map(base -> base.resolve(folder)).toList();
        } catch (InvalidPathException e) {
            return List.of();
        }
    }

    private static void list(Path folder, List<String> endings, Set<String> names) {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path each : entries) {
                String name = String.valueOf(each.getFileName());
                if (!name.startsWith(".") && found.size() < MOST) {
                    if (Files.isDirectory(each)) {
                        found.add(name + "/");
                    } else if (fits(name, endings)) {
                        found.add(name);
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that cannot be read has nothing to propose.
        }
        found.sort(Comparator.naturalOrder());
        names.addAll(found);
    }

    private static boolean fits(String name, List<String> endings) {
        String lower = name.toLowerCase(Locale.ROOT);
        return endings.isEmpty() || endings.stream().anyMatch(lower::endsWith);
    }

    private Optional<Proposal> proposal(String folder, String name) {
        boolean open = name.endsWith("/");
        CompletionItemKind kind = open ? CompletionItemKind.Folder : CompletionItemKind.File;
        return word.quote(folder + name)
                .map(
                        text -> {
                            Proposal plain = Proposal.of(folder + name, kind, text, "");
                            return open ? plain.withSnippet(inside(text)) : plain;
                        });
    }

    /// The caret goes to the end of the path, before the closing quote.
    private static Optional<String> inside(String text) {
        int end = text.lastIndexOf('/') + 1;
        return Optional.of(
                Snippet.escape(text.substring(0, end))
                        + "$0"
                        + Snippet.escape(text.substring(end)));
    }
}
