package vmconf.compiler.syntax;

import java.util.List;

/// One line of the top level: a statement, a setting, or what was left of one after problems.
///
/// @param directives none for an empty line, else one
/// @param problems what is wrong with it, in the order of the text
public record Line(List<Directive> directives, List<SyntaxProblem> problems) {}
