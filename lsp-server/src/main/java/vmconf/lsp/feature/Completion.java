package vmconf.lsp.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Expectation;
import vmconf.compiler.syntax.Expectation.ExpectedArgument;
import vmconf.compiler.syntax.Expectation.ExpectedKeyword;
import vmconf.compiler.syntax.Expectation.Style;
import vmconf.compiler.syntax.Macros;
import vmconf.compiler.syntax.Word;

/// What may be written at a place: keywords, names and values that are valid there, and no others.
public final class Completion {
    private static final List<String> SIZES = List.of("512M", "1G", "2G", "4G", "8G", "16G");

    private final boolean snippets;

    /// @param snippets whether the client knows snippets
    public Completion(boolean snippets) {
        this.snippets = snippets;
    }

    /// All that may be written at the place; the client narrows it down as more is typed.
    public CompletionList at(Question question) {
        return new Writer(question, question.expectation(question.offset())).list();
    }

    private final class Writer {
        private final Question question;
        private final Expectation expectation;
        private final CompletedWord word;
        private final List<CompletionItem> items = new ArrayList<>();

        Writer(Question question, Expectation expectation) {
            this.question = question;
            this.expectation = expectation;
            this.word =
                    CompletedWord.at(
                            question.document().text().content(),
                            question.offset(),
                            expectation.prefix());
        }

        CompletionList list() {
            expectation.arguments().forEach(this::addValues);
            expectation.keywords().forEach(this::addKeyword);
            expectation.macros().forEach(this::addMacro);
            for (int i = 0; i < items.size(); i++) {
                items.get(i).setSortText("%04d".formatted(i));
            }
            return new CompletionList(false, items);
        }

        private CompletionItem add(String label, CompletionItemKind kind, String text) {
            CompletionItem item = new CompletionItem(label);
            item.setKind(kind);
            item.setInsertTextFormat(InsertTextFormat.PlainText);
            Range range = question.document().text().range(word.start(), word.end());
            item.setTextEdit(Either.forLeft(new TextEdit(range, text)));
            item.setFilterText(text);
            items.add(item);
            return item;
        }

        private void addKeyword(ExpectedKeyword expected) {
            String keyword = expected.keyword().word();
            CompletionItem item = add(keyword, CompletionItemKind.Keyword, keyword);
            expected.directive()
                    .ifPresent(
                            directive -> {
                                item.setDetail(directive.form());
                                document(item, Documentation.of(directive));
                                if (snippets && expected.starts() && !word.hasTail()) {
                                    Snippet.of(expected.keyword(), directive)
                                            .ifPresent(snippet -> insert(item, snippet));
                                }
                            });
        }

        private static void insert(CompletionItem item, String snippet) {
            item.setInsertTextFormat(InsertTextFormat.Snippet);
            item.getTextEdit().getLeft().setNewText(snippet);
        }

        private static void document(CompletionItem item, String markdown) {
            item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, markdown));
        }

        private void addMacro(Macros.Macro macro) {
            CompletionItem item = add(macro.name(), CompletionItemKind.Variable, macro.name());
            item.setDetail("= \"" + macro.value() + "\"");
        }

        private void addValues(ExpectedArgument argument) {
            switch (argument) {
                case SWITCH -> switches().forEach(this::addSwitch);
                case PARENT -> parents().forEach(this::addParent);
                case DISK_FORMAT -> addWords(List.of("qcow2", "raw"));
                case FIRMWARE -> addWords(List.of("bios", "uefi"));
                case MEMORY -> addWords(SIZES);
            }
        }

        private void addWords(List<String> words) {
            for (String each : words) {
                add(each, CompletionItemKind.Value, word.plain(each));
            }
        }

        private Stream<Directive.Switch> switches() {
            return question.config()
                    .switches()
                    .filter(each -> usable(each.name(), each))
                    .filter(each -> !Names.disabled(each));
        }

        private Stream<Directive.Vm> parents() {
            return question.config().vms().filter(each -> usable(each.name(), each));
        }

        /// Defined further up, by a name that can be written.
        private boolean usable(Word name, Directive definition) {
            return name.known()
                    && !name.text().isEmpty()
                    && question.isBehind(definition.span())
                    && word.quote(name.text()).isPresent();
        }

        private void addSwitch(Directive.Switch each) {
            String name = each.name().text();
            word.quote(name)
                    .ifPresent(
                            text -> {
                                CompletionItem item = add(name, CompletionItemKind.Reference, text);
                                item.setDetail(Names.summary(each));
                            });
        }

        private void addParent(Directive.Vm vm) {
            String name = vm.name().text();
            word.quote(name).ifPresent(text -> addParent(vm, text));
        }

        private void addParent(Directive.Vm vm, String text) {
            CompletionItem item =
                    add(vm.name().text(), CompletionItemKind.Class, text + " instance");
            item.setDetail("instance of " + Names.summary(vm));
            boolean closedBehind = expectation.prefix().style() != Style.BARE && word.closed();
            if (closedBehind) {
                item.getTextEdit().getLeft().setNewText(text);
            } else if (snippets && !word.hasTail()) {
                insert(item, Snippet.escape(text) + " instance \"${1:name}\" {\n\t${2:enable}\n}");
            }
        }
    }
}
