package vmconf.compiler.rule;

import java.util.List;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.syntax.SyntaxProblem;
import vmconf.compiler.syntax.SyntaxProblem.Kind;

/// The rules about the form of the text.
final class SyntaxRules {
    private SyntaxRules() {}

    static final List<SyntaxRule> ALL =
            List.of(
                    rule(
                            "VM001",
                            Kind.UNEXPECTED,
                            "unexpected text",
                            "The words of a directive come in a fixed order, and a directive ends with its line.",
                            """
                            vm "a" {
                                disk
                            }
                            """,
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                            }
                            """),
                    rule(
                            "VM002",
                            Kind.UNKNOWN_DIRECTIVE,
                            "unknown directive",
                            "vm.conf has no directive of that name, or none at this place.",
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                                memry 512M
                            }
                            """,
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                                memory 512M
                            }
                            """),
                    rule(
                            "VM003",
                            Kind.MISPLACED_DIRECTIVE,
                            "directive in the wrong place",
                            "The word is a directive elsewhere, of another target, or reserved.",
                            """
                            switch "uplink" {
                                interface bridge0
                                memory 512M
                            }
                            """,
                            """
                            switch "uplink" {
                                interface bridge0
                            }
                            vm "a" {
                                disk "/var/vm/a.img"
                                memory 512M
                                interface { switch "uplink" }
                            }
                            """),
                    rule(
                            "VM004",
                            Kind.UNCLOSED_BLOCK,
                            "block is not closed",
                            "A block ends with \"}\". vmd reads everything up to it as part of the block.",
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                            """,
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                            }
                            """),
                    rule(
                            "VM005",
                            Kind.EMPTY_BLOCK,
                            "block is empty",
                            "vmd refuses a block without options as a syntax error.",
                            """
                            vm "a" {
                            }
                            """,
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                            }
                            """),
                    rule(
                            "VM006",
                            Kind.SEPARATOR,
                            "new line or comma in the wrong place",
                            "Blocks open on the line of their name, and every option but the first one ends its line.",
                            """
                            vm "a"
                            {
                                disk "/var/vm/a.img"
                            }
                            """,
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                            }
                            """),
                    rule(
                            "VM007",
                            Kind.TOKEN,
                            "unreadable word",
                            "vmd cannot hold the word, or the text ends inside it; it skips the rest of the line and the next one.",
                            """
                            vm "a" {
                                interfaces 9223372036854775808
                            }
                            """,
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                                interfaces 2
                            }
                            """),
                    rule(
                            "VM008",
                            Kind.CARRIAGE_RETURN,
                            "carriage return",
                            "vmd takes it for no blank, so that every line which ends in CR LF is a syntax error.",
                            "vm \"a\" {\r\n    disk \"/var/vm/a.img\"\r\n}\r\n",
                            "vm \"a\" {\n    disk \"/var/vm/a.img\"\n}\n"),
                    rule(
                            "VM011",
                            Kind.BYTE_ORDER_MARK,
                            "byte order mark",
                            "vmd reads bytes and takes the mark for a syntax error in the first line.",
                            "\uFEFFvm \"a\" {\n    disk \"/var/vm/a.img\"\n}\n",
                            "vm \"a\" {\n    disk \"/var/vm/a.img\"\n}\n"),
                    rule(
                            "VM012",
                            Kind.FOREIGN_CHARACTER,
                            "character beyond ASCII outside quotes",
                            "Word processors and web pages put such quotation marks, dashes and blanks in place of plain ones; vmd knows them only in quotes and comments.",
                            """
                            vm “a” {
                                disk "/var/vm/a.img"
                            }
                            """,
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                            }
                            """),
                    rule(
                            "VM015",
                            Kind.NUL_BYTE,
                            "NUL byte",
                            "vmd stops there: the rest of this file and of all that include it is ignored, without a word.",
                            "vm \"a\" {\n    disk \"/var/vm/a.img\"\n}\n\0\nvm \"b\" {\n    disk \"/var/vm/b.img\"\n}\n",
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                            }
                            vm "b" {
                                disk "/var/vm/b.img"
                            }
                            """));

    /// What the rule for its kind says of a problem.
    static Diagnostic diagnostic(SyntaxProblem problem) {
        return ALL.stream()
                .filter(rule -> rule.kind() == problem.kind())
                .findFirst()
                .orElseThrow()
                .diagnostic(problem);
    }

    private static SyntaxRule rule(
            String code, Kind kind, String title, String reason, String example, String fixed) {
        return new SyntaxRule(
                new RuleInfo(code, Severity.ERROR, title, reason, example, fixed), kind);
    }
}
