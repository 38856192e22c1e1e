package vmconf.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vmconf.plan.PlanKeys;
import vmconf.testdata.Golden;

/// The table knows every key that a plan may have, and no other.
class EffectsTest {
    @Test
    void everyKeyOfAPlanHasARowAndEveryRowAKey() {
        Set<Effects.Row> used = new LinkedHashSet<>();
        for (PlanKeys.Key key : PlanKeys.all()) {
            used.add(Effects.of(key.kind(), key.text(), false));
            used.add(Effects.of(key.kind(), key.text(), true));
        }
        assertThat(used).containsExactlyInAnyOrderElementsOf(Effects.TABLE);
    }

    @Test
    void theTableIsPublished() throws IOException {
        StringBuilder page =
                new StringBuilder(
                        """
                        # What a change does

                        `vmconf diff` and `vmctl reload` class every change by this table.

                        | class | means |
                        |---|---|
                        | `none` | nothing that runs depends on the value itself |
                        | `live` | it holds at once, and nothing stops |
                        | `next-start` | it holds when the machine or vmd starts the next time; until then nothing is amiss |
                        | `restart` | a machine that runs keeps the old value until it is stopped and started |
                        | `recreate` | another machine takes the place of the old one; what is installed in it may not fit |
                        | `add`, `remove` | the block came, or went |

                        `*` stands for the number of an item, `**` for everything below; the first row that fits counts.

                        | in | key | class | why |
                        |---|---|---|---|
                        """);
        for (Effects.Row row : Effects.TABLE) {
            page.append(
                    "| %s | `%s`%s | `%s` | %s |%n"
                            .formatted(
                                    row.kind().word(),
                                    row.key().replace('/', '.'),
                                    row.presence() ? " comes or goes" : "",
                                    row.effect().word(),
                                    row.reason()));
        }
        Golden.check("docs/diff.md", page.toString());
    }
}
