package vmconf.compiler.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.DirectiveKinds;
import vmconf.compiler.syntax.Directives;
import vmconf.compiler.syntax.Lifetime;
import vmconf.source.Span;

/// A directive that the target's release does not have.
record Misfit(Directive directive, DirectiveInfo info) {

    /// There is none, as a look at the kinds of directives tells.
    static boolean isRuledOut(Config config) {
        if (config.target().isOlder()) {
            return false;
        }
        for (Class<? extends Directive> kind : Directives.REMOVED) {
            if (config.has(kind)) {
                return false;
            }
        }
        return true;
    }

    /// All of them. What stands inside of one is not looked at.
    static Stream<Misfit> of(Config config) {
        return new Search(config).misfits();
    }

    /// The target's release has the directive.
    static boolean fits(Directive directive, Target target) {
        return described(directive).stream().allMatch(target::has);
    }

    private static Optional<DirectiveInfo> described(Directive directive) {
        return Optional.ofNullable(DirectiveKinds.ALL.get(directive.getClass()));
    }

    Lifetime lifetime() {
        return info.lifetime();
    }

    /// The words it starts with, in quotes.
    String quoted() {
        return "\"" + info.words() + "\"";
    }

    /// Its first word.
    Span head() {
        Span span = directive.span();
        String text = span.file().text();
        int end = span.start();
        while (end < span.end() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean written = span.origin().expansion().isEmpty() && end > span.start();
        return written ? new Span(span.file(), span.start(), end, span.origin()) : span;
    }

    private static final class Search {
        private final Config config;
        private final Target target;

        Search(Config config) {
            this.config = config;
            this.target = config.target();
        }

        Stream<Misfit> misfits() {
            return Stream.of(
                            among(config.statements()),
                            fitting(config.switches()).flatMap(each -> among(each.options())),
                            fitting(config.all(Directive.Agentx.class))
                                    .flatMap(each -> among(each.options())),
                            config.vms().flatMap(vm -> inVm(vm.options())))
                    .flatMap(misfits -> misfits);
        }

        private Stream<Misfit> inVm(List<Directive.InVm> options) {
            return Stream.of(
                            among(options),
                            fitting(Settings.all(options, Directive.Interface.class))
                                    .flatMap(each -> among(each.options())),
                            fitting(Settings.all(options, Directive.AllowInstance.class))
                                    .flatMap(each -> among(each.flags())))
                    .flatMap(misfits -> misfits);
        }

        private Stream<Misfit> among(List<? extends Directive> directives) {
            return directives.stream()
                    .flatMap(
                            each ->
                                    described(each).stream()
                                            .filter(info -> !target.has(info))
                                            .map(info -> new Misfit(each, info)));
        }

        private <T extends Directive> Stream<T> fitting(Stream<T> directives) {
            return directives.filter(each -> fits(each, target));
        }
    }
}
