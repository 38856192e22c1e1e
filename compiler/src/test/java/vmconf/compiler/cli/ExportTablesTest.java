package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.export.Exporter;
import vmconf.compiler.export.Fate;
import vmconf.compiler.export.Mapping;
import vmconf.plan.PlanBlock;
import vmconf.plan.PlanKeys;
import vmconf.plan.PlanValue;
import vmconf.testdata.Golden;

/// The tables know every key that a plan may have, and no other.
class ExportTablesTest {
    static List<Exporter> targets() {
        return ExportTargets.ALL;
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyKeyOfAPlanHasARowForEveryValueAndEveryRowAKey(Exporter target) {
        List<Mapping> unused = new ArrayList<>(target.table());
        List<String> lacking = new ArrayList<>();
        for (PlanKeys.Key key : PlanKeys.all()) {
            if (Stream.of(new PlanKeys.Key(key.kind(), key.text()), below(key))
                    .noneMatch(each -> anyValue(target, each))) {
                lacking.add(key.toString());
            }
            unused.removeIf(row -> isAbout(row, key) || isAbout(row, below(key)));
        }
        assertThat(lacking).isEmpty();
        assertThat(unused).isEmpty();
    }

    /// A list without items has a value by itself.
    private static PlanKeys.Key below(PlanKeys.Key key) {
        return new PlanKeys.Key(key.kind(), key.text().replaceFirst("/0$", ""));
    }

    private static boolean anyValue(Exporter target, PlanKeys.Key key) {
        return target.table().stream().anyMatch(row -> row.when().isEmpty() && isAbout(row, key));
    }

    private static boolean isAbout(Mapping row, PlanKeys.Key key) {
        return row.fits(key.kind(), new PlanValue("", key.text(), row.when().orElse("")));
    }

    @Test
    void theTablesArePublished() {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Exports

                        `vmconf export TARGET FILE` writes the machines of a vm.conf, or of a plan, as another engine takes them. What becomes of
                        each key of the plan (`docs/plan.schema.json`) is in a table for each target:

                        | fate | means |
                        |---|---|
                        | `exact` | it means the same there |
                        | `approximated` | something near it holds there; a warning says what |
                        | `kept-as-note` | it has no effect there; what is written there remembers it |
                        | `dropped` | it is lost; a warning says so |
                        | `refused` | nothing is written, as leaving it out would do harm |

                        Warnings stand at the line that asks for the value. What nobody wrote makes none, but where the table says \
                        "even by default". With `--strict`
                        everything that somebody wrote has to be exact. `--report FILE` writes what becomes of each value, as JSON
                        (`docs/export.schema.json`).

                        `*` stands for the number of an item, `**` for everything below; the first row that fits counts.
                        """);
        for (Exporter each : ExportTargets.ALL) {
            table(each, page);
        }
        Golden.check("docs/exports.md", page.toString());
    }

    private static void table(Exporter target, StringBuilder page) {
        page.append("\n## ").append(target.name()).append("\n\n");
        page.append(Character.toUpperCase(target.title().charAt(0)));
        page.append(target.title().substring(1)).append(".\n\n");
        page.append("| in | key | fate | goes to | why |\n|---|---|---|---|---|\n");
        for (Mapping row : target.table()) {
            page.append(
                    "| %s | `%s`%s | %s | %s | %s |%n"
                            .formatted(
                                    row.kind().word(),
                                    row.key().replace('/', '.'),
                                    row.when().map(each -> " `" + each + "`").orElse(""),
                                    fate(row),
                                    row.place().isEmpty() ? "" : "`" + row.place() + "`",
                                    row.reason()));
        }
    }

    private static String fate(Mapping row) {
        boolean told = row.fate() != Fate.EXACT && row.always();
        return "`" + row.fate().word() + "`" + (told ? ", even by default" : "");
    }

    @Test
    void whatIsRefusedIsNeverADefault() {
        for (Exporter target : ExportTargets.ALL) {
            assertThat(target.table())
                    .filteredOn(row -> row.kind() == PlanBlock.Kind.SETTINGS)
                    .noneMatch(row -> row.fate() == Fate.REFUSED && row.when().isEmpty());
        }
    }
}
