package vmconf.lsp.workspace;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The files of the workspace folders that may be parts of a configuration, by their names.
public final class ConfFiles {
    /// Patterns of what the client is asked to watch.
    public static final List<String> PATTERNS =
            List.of("**/*.conf", "**/vm.conf.*", "**/.vmconf.yaml");

    /// Most files that are looked at, in all folders.
    private static final int MOST = 10_000;

    /// Most entries of folders that are looked at.
    private static final int MOST_ENTRIES = 200_000;

    private static final int MAX_DEPTH = 12;
    private static final Set<String> SKIPPED = Set.of("node_modules", "target");

    private ConfFiles() {}

    /// Those below some folders, in no order. Links are not followed.
    static List<Path> below(List<Path> folders) {
        Finder finder = new Finder();
        for (Path folder : folders) {
            try {
                Files.walkFileTree(folder, Set.<FileVisitOption>of(), MAX_DEPTH, finder);
            } catch (IOException e) {
                // A folder that cannot be read has no files for us.
            }
        }
        return finder.found;
    }

    /// A change of a file of that name is told by a client that watches files.
    static boolean isWatched(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".conf") || name.startsWith("vm.conf.");
    }

    /// A file of that name is a whole configuration, unless another one includes it.
    static boolean isRoot(Path file) {
        String name = String.valueOf(file.getFileName());
        boolean drop =
                file.getParent() != null
                        && file.getParent().endsWith("vm.d")
                        && name.endsWith(".conf");
        return name.equals("vm.conf")
                || name.endsWith(".vm.conf")
                || name.startsWith("vm.conf.")
                || drop;
    }

    private static final class Finder extends SimpleFileVisitor<Path> {
        private final List<Path> found = new ArrayList<>();
        private int entries;

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean skipped = name.startsWith(".") || SKIPPED.contains(name);
            return skipped ? FileVisitResult.SKIP_SUBTREE : more();
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && isWatched(file)) {
                found.add(file);
            }
            return more();
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException reason) {
            return more();
        }

        private FileVisitResult more() {
            entries++;
            return entries > MOST_ENTRIES || found.size() >= MOST
                    ? FileVisitResult.TERMINATE
                    : FileVisitResult.CONTINUE;
        }
    }
}
