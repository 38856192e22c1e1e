package vmconf.lsp.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Tuple;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.Expectation.ExpectedKeyword;
import vmconf.compiler.syntax.Written;
import vmconf.lsp.hover.Documentation;
import vmconf.lsp.workspace.Question;

/// The form of the directive that is being written, and which of its arguments the place is.
public final class Signatures {
    private static final Pattern PARAMETER = Pattern.compile("[A-Z][A-Z/]*|\\([^)]*\\)");

    private Signatures() {}

    /// Nothing outside of a directive with arguments.
    public static Optional<SignatureHelp> at(Question question) {
        List<Written> line = lineBefore(question);
        for (int i = line.size() - 1; i >= 0; i--) {
            Written each = line.get(i);
            if (each.kind() == Written.Kind.OPEN || each.kind() == Written.Kind.CLOSE) {
                return Optional.empty();
            }
            if (each.kind() == Written.Kind.KEYWORD && each.end() < question.offset()) {
                Optional<DirectiveInfo> directive =
                        directive(question, each, line.subList(i, line.size()));
                if (directive.isPresent()) {
                    return help(
                            directive.get(), arguments(question, line.subList(i + 1, line.size())));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Written> lineBefore(Question question) {
        List<Written> line = new ArrayList<>();
        for (Written each : question.written()) {
            if (each.start() >= question.offset()) {
                break;
            }
            if (each.kind() == Written.Kind.NEWLINE) {
                line.clear();
            } else if (each.kind() == Written.Kind.COMMENT) {
                if (question.offset() <= each.end()) {
                    return List.of();
                }
            } else {
                line.add(each);
            }
        }
        return line;
    }

    private static Optional<DirectiveInfo> directive(
            Question question, Written keyword, List<Written> words) {
        List<DirectiveInfo> all =
                question.expectation(keyword.start()).keywords().stream()
                        .filter(ExpectedKeyword::starts)
                        .filter(each -> each.keyword().word().equals(keyword.text()))
                        .flatMap(each -> each.directive().stream())
                        .toList();
        boolean device = words.size() > 1 && words.get(1).is("device");
        return all.stream()
                .findFirst()
                .map(
                        first ->
                                device && first.name().equals("boot")
                                        ? DirectiveInfo.named("boot-device")
                                        : first);
    }

    /// How many arguments are complete.
    private static int arguments(Question question, List<Written> words) {
        return (int)
                words.stream()
                        .filter(Written::isArgument)
                        .filter(each -> each.end() < question.offset())
                        .count();
    }

    private static Optional<SignatureHelp> help(DirectiveInfo directive, int active) {
        List<ParameterInformation> parameters = new ArrayList<>();
        Matcher found = PARAMETER.matcher(directive.form());
        while (found.find()) {
            ParameterInformation parameter = new ParameterInformation();
            parameter.setLabel(Tuple.two(found.start(), found.end()));
            parameters.add(parameter);
        }
        if (parameters.isEmpty()) {
            return Optional.empty();
        }
        SignatureInformation signature = new SignatureInformation(directive.form());
        signature.setParameters(parameters);
        signature.setDocumentation(
                new MarkupContent(MarkupKind.MARKDOWN, Documentation.of(directive)));
        int parameter = Math.min(active, parameters.size() - 1);
        return Optional.of(new SignatureHelp(List.of(signature), 0, parameter));
    }
}
