package vmconf.lsp.edits;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.TextEdit;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Spelling;
import vmconf.lsp.index.Names;
import vmconf.lsp.workspace.Question;

/// The block of a switch that an interface joins and nobody defines, above the VM.
final class MissingSwitch {
    private MissingSwitch() {}

    static Optional<CodeAction> action(Place place, Diagnostic finding) {
        Question question = place.question();
        Optional<Directive.Vm> vm =
                question.config()
                        .vms()
                        .filter(each -> question.holds(each.span()))
                        .filter(each -> each.span().start() <= finding.span().start())
                        .filter(each -> finding.span().end() <= each.span().end())
                        .findFirst();
        return vm.flatMap(
                each ->
                        Names.switchReferences(each)
                                .filter(name -> name.span().equals(finding.span()))
                                .findFirst()
                                .filter(name -> !isDefined(question, name.text()))
                                .flatMap(name -> Spelling.quoted(name.text()))
                                .map(name -> action(place, each, name)));
    }

    private static boolean isDefined(Question question, String name) {
        return question.config().switches().anyMatch(each -> each.name().text().equals(name));
    }

    private static CodeAction action(Place place, Directive.Vm vm, String name) {
        Question question = place.question();
        String text = question.text().content();
        int line = text.lastIndexOf('\n', vm.span().start() - 1) + 1;
        String block =
                "switch %s {\n\tinterface %s\n}\n\n".formatted(name, free(question.config()));
        FileEdits edits = new FileEdits();
        edits.add(question.uri(), new TextEdit(question.range(line, line), block));
        return place.action("define switch " + name, CodeActionKind.QuickFix, edits);
    }

    private static String free(Config config) {
        Set<String> taken = new HashSet<>();
        config.switches().forEach(each -> taken.add(Names.bridge(each)));
        int number = 0;
        while (taken.contains("bridge" + number)) {
            number++;
        }
        return "bridge" + number;
    }
}
