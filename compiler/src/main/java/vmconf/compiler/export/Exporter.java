package vmconf.compiler.export;

import java.util.List;
import vmconf.plan.Plan;

/// A target of exports.
public interface Exporter {
    /// The word that names it on the command line.
    String name();

    /// What it is, in one line.
    String title();

    /// What becomes of every key that a plan may have; the first row that fits counts.
    List<Mapping> table();

    /// What the table cannot say.
    List<Remark> remarks(Plan plan);

    /// What has to be where the files go and comes with none of them, a sentence each.
    default List<String> demands() {
        return List.of();
    }

    /// The names that its files may have, in which `*` stands for a name of the plan.
    List<String> names();

    /// The files, in the order in which they are used. The same plan always gives the same ones.
    ///
    /// @param plan one of which nothing is refused
    List<Artifact> files(Plan plan, Settings settings);
}
