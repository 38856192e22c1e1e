package vmconf.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.report.Schemas;
import vmconf.plan.Plan;
import vmconf.testdata.Golden;

/// What edits of a tree of twelve machines do, each with its classes and lines.
class EditsTest {
    private static final Plan TREE = new EditedTree().plan();

    static List<String> edits() {
        return EditedTree.edits();
    }

    @ParameterizedTest
    @MethodSource("edits")
    void anEditDoesWhatIsExpected(String name) throws IOException {
        PlanDiff diff = PlanDiff.between(TREE, new EditedTree().edit(name).plan());
        Schemas.diff(DiffJson.of(diff));
        Golden.check(
                "testdata/corpus/diff/edits/" + name + ".diff", DiffText.of(diff, false, true));
    }

    /// To undo an edit touches the same values.
    @ParameterizedTest
    @MethodSource("edits")
    void undoingItTouchesTheSameValues(String name) throws IOException {
        Plan edited = new EditedTree().edit(name).plan();
        assertThat(keys(PlanDiff.between(edited, TREE)))
                .containsExactlyInAnyOrderElementsOf(keys(PlanDiff.between(TREE, edited)));
    }

    private static List<String> keys(PlanDiff diff) {
        return diff.blocks().stream()
                .flatMap(block -> block.changes().stream())
                .map(change -> change.effect() + " " + change.key())
                .toList();
    }

    @Test
    void aTreeIsAsItIs() {
        PlanDiff diff = PlanDiff.between(TREE, TREE.withoutProvenance());
        assertThat(diff.isEmpty()).isTrue();
        assertThat(DiffText.of(diff, false, false)).isEqualTo("no difference\n");
    }

    @Test
    void theTreeHasTwelveMachines() {
        assertThat(TREE.vms()).hasSize(12);
    }
}
