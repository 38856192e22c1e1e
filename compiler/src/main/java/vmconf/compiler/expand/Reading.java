package vmconf.compiler.expand;

import java.util.List;
import java.util.Set;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Remark;
import vmconf.compiler.syntax.SyntaxProblem;
import vmconf.compiler.syntax.TextTrap;

/// What was noticed while the text was read.
///
/// @param literals references to macros that are not expanded
/// @param faulty statements with problems; compared by identity
record Reading(
        List<SyntaxProblem> problems,
        List<LiteralReference> literals,
        Set<Directive> faulty,
        List<Remark> remarks,
        List<TextTrap> traps) {

    Reading {
        problems = List.copyOf(problems);
        literals = List.copyOf(literals);
        remarks = List.copyOf(remarks);
        traps = List.copyOf(traps);
    }
}
