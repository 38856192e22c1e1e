package vmconf.compiler.edit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Directives;
import vmconf.compiler.syntax.Place;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// Adds the block of a VM.
///
/// @param file that gets it
record Addition(Tree tree, SourceFile file) {

    /// A setting ready to be written.
    private record Setting(int order, String text) {}

    static Step<Draft> add(Tree tree, NewVm vm) {
        boolean exists =
                new Blocks(tree).vms().anyMatch(each -> each.name().text().equals(vm.name()));
        if (exists) {
            return Step.refuse(
                    "there is a VM \"" + vm.name() + "\" already", "vmconf set changes it");
        }
        SourceFile file = vm.into().map(tree.files()::get).orElse(tree.top());
        if (vm.into().isPresent() && !tree.files().containsKey(vm.into().get())) {
            return Step.refuse(
                    "\"" + vm.into().get() + "\" is not part of " + tree.top().name(),
                    "its files are " + String.join(", ", tree.files().keySet()));
        }
        Addition addition = new Addition(tree, file);
        return addition.block(vm).map(block -> addition.added(vm, block));
    }

    private Draft added(NewVm vm, String block) {
        Fix.Edit edit = addition(block);
        String label = "added vm \"" + vm.name() + "\"";
        return Draft.of(tree).with(List.of(new Made(List.of(edit), label)));
    }

    private Step<String> block(NewVm vm) {
        Style style = new Style(tree, file);
        String unit = style.unit();
        return head(vm, style.names())
                .then(
                        head ->
                                settings(vm)
                                        .map(
                                                settings ->
                                                        head
                                                                + " {\n"
                                                                + body(settings, unit)
                                                                + "}\n"));
    }

    private static String body(List<Setting> settings, String unit) {
        StringBuilder body = new StringBuilder();
        settings.forEach(
                each ->
                        body.append(unit)
                                .append(each.text().replace("\n", "\n" + unit))
                                .append('\n'));
        return body.toString();
    }

    private static Step<String> head(NewVm vm, Quotes quotes) {
        Optional<String> name = name(vm.name(), quotes);
        Optional<String> parent = vm.parent().flatMap(each -> name(each, quotes));
        if (name.isEmpty() || (vm.parent().isPresent() && parent.isEmpty())) {
            return Step.refuse("vm.conf cannot write that name");
        }
        return Step.of("vm " + parent.map(each -> each + " instance ").orElse("") + name.get());
    }

    private static Optional<String> name(String name, Quotes quotes) {
        return quotes.write(name).or(() -> Quotes.DOUBLE.write(name));
    }

    private Step<List<Setting>> settings(NewVm vm) {
        return Step.each(vm.settings(), this::setting).map(Addition::sorted);
    }

    private static List<Setting> sorted(List<Setting> settings) {
        return settings.stream().sorted(Comparator.comparingInt(Setting::order)).toList();
    }

    private Step<Setting> setting(List<String> words) {
        Given given = new Given(words);
        return Key.read(Place.VM, given)
                .then(
                        key ->
                                text(key, given)
                                        .map(
                                                text ->
                                                        new Setting(
                                                                Directives.ALL.indexOf(
                                                                        key.form().info()),
                                                                text)));
    }

    private Step<String> text(Key key, Given given) {
        Style style = new Style(tree, file);
        return switch (key.form().info().name()) {
            case "interface" ->
                    NewNic.read(key.prefixed(), given).then(nic -> nic.text(tree, style));
            case "allow-instance" -> Flags.text(tree, style, given);
            default ->
                    Assignment.read(key, given, false)
                            .then(new Wording(tree, Place.VM, style)::directive);
        };
    }

    /// Below the last VM, or include, or switch of the file; with an empty line above, unless the
    /// last two VMs have none between them.
    private Fix.Edit addition(String block) {
        String text = file.text();
        List<Directive> own =
                tree.config().statements().stream()
                        .filter(each -> each.span().file().name().equals(file.name()))
                        .filter(Addition::isBlock)
                        .toList();
        int offset =
                own.stream().mapToInt(each -> each.span().end()).max().stream()
                        .map(end -> Pieces.nextLine(file, end, tree.vocabulary()))
                        .findFirst()
                        .orElse(text.length());
        String above = offset == 0 || dense(own) || Lines.isBlankAbove(text, offset) ? "" : "\n";
        boolean open = offset > 0 && text.charAt(offset - 1) != '\n';
        String added = open ? "\n" + above + block.substring(0, block.length() - 1) : above + block;
        return new Fix.Edit(Span.of(file, offset, offset), added);
    }

    private static boolean isBlock(Directive statement) {
        return statement instanceof Directive.Vm
                || statement instanceof Directive.Switch
                || statement instanceof Directive.Include;
    }

    private boolean dense(List<Directive> own) {
        List<Directive> vms = own.stream().filter(Directive.Vm.class::isInstance).toList();
        if (vms.size() < 2) {
            return false;
        }
        Span last = vms.getLast().span();
        int start = Lines.start(file.text(), last.start());
        return start > 0
                && vms.get(vms.size() - 2).span().end() + 1 == start
                && !Lines.isBlankAbove(file.text(), start);
    }
}
