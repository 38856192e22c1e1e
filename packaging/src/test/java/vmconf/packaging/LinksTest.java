package vmconf.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vmconf.testdata.Golden;

/// What the documentation leads to within the project is there, headings included.
class LinksTest {
    private static final Path ROOT = Golden.root();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
    private static final Set<String> OTHERS =
            Set.of("target", "node_modules", ".git", "corpus", "dist", "out");

    @Test
    void linksLeadSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        int count = 0;
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                if (!link.group(1).contains("://")) {
                    count++;
                    check(page, link, dead);
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(count).isGreaterThan(30);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(each -> each.toString().endsWith(".md"))
                    .filter(
                            each ->
                                    Stream.iterate(
                                                    ROOT.relativize(each),
                                                    part -> part != null,
                                                    Path::getParent)
                                            .noneMatch(
                                                    part ->
                                                            OTHERS.contains(
                                                                    part.getFileName().toString())))
                    .toList();
        }
    }

    private static void check(Path page, Matcher link, List<String> dead) throws IOException {
        Path to = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
        String said = ROOT.relativize(page) + " -> " + link.group();
        if (!Files.exists(to)) {
            dead.add(said);
        } else if (link.group(2) != null && to.toString().endsWith(".md")) {
            boolean there =
                    HEADING.matcher(Files.readString(to))
                            .results()
                            .map(each -> anchor(each.group(1)))
                            .anyMatch(link.group(2)::equals);
            if (!there) {
                dead.add(said);
            }
        }
    }

    /// As GitHub makes it of a heading.
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }
}
