package vmconf.compiler.edit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.syntax.Written;
import vmconf.source.Span;

/// Gives a VM or a switch another name, everywhere it is named.
///
/// @param kind `vm` or `switch`
/// @param names every word that names it, in reading order
record Renaming(Tree tree, String kind, String old, String now, List<Word> names) {

    static Step<Renaming> of(Tree tree, Given given) {
        boolean vm = given.left() > 2 && given.take("vm");
        boolean isSwitch = !vm && given.left() > 2 && given.take("switch");
        if (given.left() != 2) {
            return Step.refuse(
                    "two names are needed, the old one and the new one",
                    "write web db, or switch uplink lan");
        }
        String old = given.take();
        String now = given.take();
        List<Word> vms = vmNames(tree).filter(each -> each.text().equals(old)).toList();
        List<Word> switches = switchNames(tree).filter(each -> each.text().equals(old)).toList();
        boolean both = isDefined(tree, "vm", old) && isDefined(tree, "switch", old);
        if (both && !vm && !isSwitch) {
            return Step.refuse(
                    "\"" + old + "\" is a VM and a switch",
                    "write vm " + old + " " + now + " or switch " + old + " " + now);
        }
        boolean asSwitch = isSwitch || (!vm && isDefined(tree, "switch", old));
        String kind = asSwitch ? "switch" : "vm";
        return isDefined(tree, kind, old)
                ? Step.of(new Renaming(tree, kind, old, now, asSwitch ? switches : vms))
                : unknown(tree, old, vm, isSwitch);
    }

    private static Step<Renaming> unknown(Tree tree, String old, boolean vm, boolean isSwitch) {
        Blocks blocks = new Blocks(tree);
        Step<BlockText> found = isSwitch ? blocks.switchNamed(old) : blocks.vm(old);
        return found.then(_ -> Step.refuse("there is no " + (vm ? "VM" : "VM or switch")));
    }

    private static boolean isDefined(Tree tree, String kind, String name) {
        Stream<Word> words =
                kind.equals("vm")
                        ? new Blocks(tree).vms().map(Directive.Vm::name)
                        : new Blocks(tree).switches().map(Directive.Switch::name);
        return words.anyMatch(each -> each.text().equals(name));
    }

    private static Stream<Word> vmNames(Tree tree) {
        return new Blocks(tree)
                .vms()
                .flatMap(vm -> Stream.concat(vm.parent().stream(), Stream.of(vm.name())));
    }

    private static Stream<Word> switchNames(Tree tree) {
        return Stream.concat(
                new Blocks(tree).switches().map(Directive.Switch::name),
                tree.config()
                        .ofLinks(Directive.InterfaceSwitch.class)
                        .map(Directive.InterfaceSwitch::name));
    }

    Step<Draft> draft() {
        if (old.equals(now)) {
            return Step.of(Draft.of(tree));
        }
        if (isDefined(tree, kind, now)) {
            return Step.refuse("there is a " + kind + " \"" + now + "\" already");
        }
        return Step.each(names, this::edit).map(this::made);
    }

    /// A file that is included twice brings an edit twice.
    private Draft made(List<Fix.Edit> edits) {
        List<Fix.Edit> all = new Patch(edits).edits();
        String said = "%s \"%s\" -> \"%s\"".formatted(kind, old, now);
        String where = all.size() == 1 ? "" : " in %d places".formatted(all.size());
        return Draft.of(tree).with(List.of(new Made(edits, said + where)));
    }

    private Step<Fix.Edit> edit(Word name) {
        Span span = name.span();
        List<Written> pieces = Pieces.of(span, tree.vocabulary()).words();
        Optional<String> macro = pieces.stream().flatMap(each -> each.macro().stream()).findFirst();
        if (macro.isPresent()) {
            return macro(name, macro.get());
        }
        Quotes quotes = Quotes.of(span.text());
        Optional<String> text = quotes.write(now).or(() -> Quotes.DOUBLE.write(now));
        return text.isEmpty()
                ? Step.refuse("vm.conf cannot write \"" + now + "\" as a name")
                : Step.of(new Fix.Edit(span, text.get()));
    }

    /// The definition can be changed when the macro is the whole name, and nothing but that.
    private Step<Fix.Edit> macro(Word name, String macro) {
        References references = new References(tree, macro);
        Optional<Directive.Macro> definition = statement(name).flatMap(references::definitionAt);
        if (definition.isEmpty()) {
            return Step.refuse(
                    "the name comes from macro \"%s\" of the command line or a project (%s)"
                            .formatted(macro, Lines.of(name.span())),
                    "change it there");
        }
        String place = Lines.of(definition.get().span());
        List<String> others =
                references.of(definition.get()).stream()
                        .filter(
                                use ->
                                        names.stream()
                                                .noneMatch(
                                                        word -> word.span().startsWith(use.span())))
                        .map(References.Use::shown)
                        .toList();
        boolean whole =
                name.span().text().equals("$" + macro)
                        && definition.get().value().text().equals(old);
        if (!whole || !others.isEmpty()) {
            return Step.refuse(
                    "the name comes %s macro \"%s\" (%s)%s"
                            .formatted(
                                    whole ? "from" : "in part from",
                                    macro,
                                    place,
                                    others.isEmpty()
                                            ? ""
                                            : ", which is also used at "
                                                    + String.join(", ", others)),
                    "write the name without the macro first");
        }
        return MacroValue.definition(definition.get(), now);
    }

    private Optional<Directive> statement(Word name) {
        return tree.config().statements().stream()
                .filter(each -> names(each).anyMatch(name::equals))
                .findFirst();
    }

    /// The words in a statement that can name a VM or a switch.
    private static Stream<Word> names(Directive statement) {
        if (statement instanceof Directive.Vm vm) {
            return Stream.concat(
                    Stream.concat(vm.parent().stream(), Stream.of(vm.name())),
                    vm.options().stream()
                            .flatMap(each -> Contents.of(each).stream())
                            .filter(Directive.InterfaceSwitch.class::isInstance)
                            .map(Directive.InterfaceSwitch.class::cast)
                            .map(Directive.InterfaceSwitch::name));
        }
        return statement instanceof Directive.Switch block
                ? Stream.of(block.name())
                : Stream.empty();
    }
}
