package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Feature;
import vmconf.compiler.syntax.Word;
import vmconf.source.Span;

/// A place where a file uses what not every release has.
record FeatureUse(Feature feature, Span span) {

    /// The uses of features that came with a later release than the target's. Not those in a
    /// directive that came later itself.
    static Stream<FeatureUse> tooNew(Config config) {
        Target target = config.target();
        return Stream.of(words(config), vms(config), interfaces(config))
                .flatMap(uses -> uses)
                .filter(use -> use.feature.lifetime().isNewerThan(target.release()))
                .filter(use -> target.hasWhole(use.feature));
    }

    private static Stream<FeatureUse> vms(Config config) {
        return Stream.concat(
                config.vms()
                        .flatMap(vm -> vm.parent().stream())
                        .map(parent -> new FeatureUse(Feature.VM_INSTANCE, parent.span())),
                config.ofVms(Directive.Disk.class)
                        .flatMap(disk -> disk.format().stream())
                        .map(format -> new FeatureUse(Feature.DISK_FORMAT, format.span())));
    }

    private static Stream<FeatureUse> interfaces(Config config) {
        return Stream.of(
                        config.ofVms(Directive.Interface.class)
                                .filter(Directive.Interface::local)
                                .map(each -> new FeatureUse(Feature.LOCAL_INTERFACE, each.span())),
                        config.ofLinks(Directive.Lladdr.class)
                                .filter(Directive.Lladdr::locked)
                                .map(each -> new FeatureUse(Feature.LOCKED_INTERFACE, each.span())),
                        config.ofLinks(Directive.Lladdr.class)
                                .filter(each -> each.address().isEmpty())
                                .map(
                                        each ->
                                                new FeatureUse(
                                                        Feature.LLADDR_WITHOUT_ADDRESS,
                                                        each.span())))
                .flatMap(uses -> uses);
    }

    /// The arguments that every release has.
    private static Stream<FeatureUse> words(Config config) {
        Stream<Word> words =
                Stream.of(
                                config.all(Directive.Include.class).map(Directive.Include::path),
                                config.all(Directive.Macro.class).map(Directive.Macro::value),
                                config.vms().map(Directive.Vm::name),
                                config.ofVms(Directive.Disk.class).map(Directive.Disk::path),
                                config.ofVms(Directive.Kernel.class).map(Directive.Kernel::path))
                        .flatMap(each -> each);
        return words.flatMap(FeatureUse::forms);
    }

    private static Stream<FeatureUse> forms(Word word) {
        if (word.kind() == Word.Kind.JOINED) {
            return Stream.of(new FeatureUse(Feature.STRING_CONCATENATION, word.span()));
        }
        return startsWithSlash(word.span())
                ? Stream.of(new FeatureUse(Feature.SLASH_WORDS, word.span()))
                : Stream.empty();
    }

    private static boolean startsWithSlash(Span span) {
        return span.origin().expansion().isEmpty()
                && span.start() < span.end()
                && span.file().text().charAt(span.start()) == '/';
    }
}
