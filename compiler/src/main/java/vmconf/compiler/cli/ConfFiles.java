package vmconf.compiler.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The files that operands name: themselves, or the `*.conf` below a folder.
final class ConfFiles {
    /// How many files may be found below folders.
    static final int MOST = 100_000;

    private static final String ENDING = ".conf";

    private final Set<String> names = new LinkedHashSet<>();

    private ConfFiles() {}

    /// Each file once, those of a folder by name.
    ///
    /// @throws UsageException when a folder has none, too many, or cannot be read
    static List<String> of(List<String> operands) throws UsageException {
        ConfFiles files = new ConfFiles();
        for (String operand : operands) {
            if (isFolder(operand)) {
                files.addBelow(operand);
            } else {
                files.names.add(operand);
            }
        }
        return List.copyOf(files.names);
    }

    /// The same, but of a folder only what nothing else in it includes; of files that include each
    /// other in a circle, the first.
    static List<String> roots(List<String> operands) throws UsageException {
        if (operands.stream().noneMatch(ConfFiles::isFolder)) {
            return operands;
        }
        ConfFiles files = new ConfFiles();
        for (String operand : operands) {
            if (isFolder(operand)) {
                List<String> below = of(List.of(operand));
                Includers includers = new Includers(below);
                below.stream().filter(includers::isRoot).forEach(files.names::add);
            } else {
                files.names.add(operand);
            }
        }
        return List.copyOf(files.names);
    }

    private static boolean isFolder(String operand) {
        try {
            return !operand.equals("-") && Files.isDirectory(Path.of(operand));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private void addBelow(String folder) throws UsageException {
        List<String> found = new ArrayList<>();
        try {
            Files.walkFileTree(Path.of(folder), visitor(folder, found));
        } catch (IOException e) {
            throw new UsageException("cannot read " + e.getMessage());
        }
        if (found.isEmpty()) {
            throw new UsageException(
                    "no file named *" + ENDING + " below " + folder + "; name the files");
        }
        if (found.size() > MOST) {
            throw new UsageException("more than " + MOST + " files below " + folder);
        }
        found.sort(null);
        names.addAll(found);
    }

    /// Links to folders are not followed, and folders that hide themselves, such as `.git`, passed
    /// over.
    private static FileVisitor<Path> visitor(String top, List<String> found) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean hidden =
                        folder.getFileName() != null
                                && folder.getFileName().toString().startsWith(".")
                                && !folder.equals(Path.of(top));
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(ENDING) && Files.isRegularFile(file)) {
                    found.add(file.normalize().toString());
                }
                return found.size() > MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        };
    }
}
