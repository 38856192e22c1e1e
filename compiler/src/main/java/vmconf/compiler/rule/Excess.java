package vmconf.compiler.rule;

import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Limit;
import vmconf.compiler.syntax.LimitStep;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.HostNames;
import vmconf.compiler.value.MemorySize;

/// A value that is more than the target's release takes, though not more than the newest one
/// does.
record Excess(Word word, String message) {

    static Stream<Excess> of(Config config) {
        Target target = config.target();
        return Stream.of(
                        config.vms()
                                .map(Directive.Vm::name)
                                .flatMap(name -> length(Limit.VM_NAME, name, target).stream()),
                        paths(config, target)
                                .flatMap(path -> length(Limit.PATH, path, target).stream()),
                        config.ofVms(Directive.Memory.class)
                                .map(Directive.Memory::size)
                                .flatMap(size -> memory(size, target).stream()))
                .flatMap(each -> each);
    }

    private static Stream<Word> paths(Config config, Target target) {
        return Stream.of(
                        of(config, Directive.Disk.class, target).map(Directive.Disk::path),
                        of(config, Directive.Cdrom.class, target).map(Directive.Cdrom::path),
                        of(config, Directive.Boot.class, target).map(Directive.Boot::path),
                        of(config, Directive.Kernel.class, target).map(Directive.Kernel::path))
                .flatMap(paths -> paths);
    }

    private static <T extends Directive.InVm> Stream<T> of(
            Config config, Class<T> kind, Target target) {
        return config.ofVms(kind).filter(each -> Misfit.fits(each, target));
    }

    private static Optional<Excess> length(Limit limit, Word word, Target target) {
        String most = target.most(limit) + " bytes";
        return over(limit, word, HostNames.length(word.text()), target, "longer than " + most);
    }

    private static Optional<Excess> memory(Word size, Target target) {
        Limit limit = Limit.MEMORY;
        String most = (target.most(limit) >> 30) + "G";
        return MemorySize.of(size.text(), size.isInteger())
                .value()
                .flatMap(bytes -> over(limit, size, bytes, target, "more than " + most));
    }

    private static Optional<Excess> over(
            Limit limit, Word word, long value, Target target, String how) {
        if (!word.known() || value <= target.most(limit)) {
            return Optional.empty();
        }
        return limit.steps().stream()
                .filter(step -> step.most() >= value)
                .findFirst()
                .map(step -> new Excess(word, message(limit, word, step, target, how)));
    }

    private static String message(
            Limit limit, Word word, LimitStep step, Target target, String how) {
        return "%s \"%s\" is %s, which needs %s or later; the target is %s"
                .formatted(
                        limit.what(),
                        word.text(),
                        how,
                        ReleaseWords.name(step.since(), limit.certainty()),
                        target.release().word());
    }
}
