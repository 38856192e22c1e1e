package vmconf.runtime.state;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vmconf.plan.Plan;
import vmconf.plan.PlanException;
import vmconf.plan.PlanYaml;
import vmconf.runtime.supervise.Generation;
import vmconf.runtime.supervise.Kept;

/// The plans of the latest generations, each a file that `vmd start` takes, too.
final class GenerationFolder {
    private static final int MOST_KEPT = 20;
    private static final Pattern NAME = Pattern.compile("([0-9]{1,9})\\.yaml");
    private static final Pattern TITLE =
            Pattern.compile("# generation [0-9]+, since ([^ ]+), (.*)");

    private final Path folder;

    GenerationFolder(Path folder) {
        this.folder = folder;
    }

    /// Keeps a generation and lets the oldest go.
    void keep(Generation generation) throws IOException {
        Files.createDirectories(folder);
        String title =
                "# generation %d, since %s, %s\n"
                        .formatted(generation.number(), generation.since(), generation.change());
        AtomicFile.write(file(generation.number()), title + PlanYaml.toYaml(generation.plan()));
        List<Integer> numbers = numbers();
        for (int number : numbers) {
            if (number > generation.number()) {
                // kept by a daemon that ended before it held
                Files.deleteIfExists(file(number));
            }
        }
        for (int i = 0; i < numbers.size() - MOST_KEPT; i++) {
            Files.deleteIfExists(file(numbers.get(i)));
        }
    }

    /// Those that are kept, oldest first. What cannot be read is left out.
    List<Kept> kept() {
        List<Kept> kept = new ArrayList<>();
        try {
            for (int number : numbers()) {
                title(number).ifPresent(kept::add);
            }
        } catch (IOException e) {
            // then there is no past
        }
        return kept;
    }

    /// @throws IOException when the file is there and cannot be used
    Optional<Plan> plan(int number) throws IOException {
        if (!Files.exists(file(number))) {
            return Optional.empty();
        }
        try {
            return Optional.of(PlanYaml.read(Files.readString(file(number))));
        } catch (PlanException e) {
            throw new IOException(file(number) + ": " + e.getMessage(), e);
        }
    }

    private Optional<Kept> title(int number) {
        try (BufferedReader reader =
                Files.newBufferedReader(file(number), StandardCharsets.UTF_8)) {
            Matcher title = TITLE.matcher(String.valueOf(reader.readLine()));
            return title.matches()
                    ? Optional.of(new Kept(number, Instant.parse(title.group(1)), title.group(2)))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// In order.
    private List<Integer> numbers() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> NAME.matcher(each.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(each -> Integer.valueOf(each.group(1)))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private Path file(int number) {
        return folder.resolve(number + ".yaml");
    }
}
