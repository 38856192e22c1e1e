package vmconf.compiler.format;

import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.source.SourceFile;

/// Where the options of blocks start in a file's text.
final class OptionStarts {
    private final SourceFile file;
    private final BitSet likely;
    private final Supplier<List<Config>> readings;
    private @Nullable BitSet certain;

    /// @param config one reading of the file
    /// @param readings all of them; asked for only when a line is to be broken
    OptionStarts(SourceFile file, Config config, Supplier<List<Config>> readings) {
        this.file = file;
        this.likely = starts(config);
        this.readings = readings;
    }

    /// In every reading, an option starts there, with a word that stands there itself.
    boolean contains(int offset) {
        return likely.get(offset) && certain().get(offset);
    }

    private BitSet certain() {
        BitSet found = certain;
        if (found == null) {
            found = (BitSet) likely.clone();
            for (Config config : readings.get()) {
                found.and(starts(config));
            }
            certain = found;
        }
        return found;
    }

    private BitSet starts(Config config) {
        BitSet starts = new BitSet();
        config.vms().forEach(vm -> vm.options().forEach(option -> add(option, starts)));
        config.switches().forEach(each -> each.options().forEach(option -> add(option, starts)));
        return starts;
    }

    private void add(Directive option, BitSet starts) {
        if (option.span().file() == file && option.span().origin().expansion().isEmpty()) {
            starts.set(option.span().start());
        }
        if (option instanceof Directive.Interface link && isBlock(link)) {
            link.options().forEach(each -> add(each, starts));
        } else if (option instanceof Directive.AllowInstance allow && isBlock(allow)) {
            allow.flags().forEach(each -> add(each, starts));
        }
    }

    /// Without braces, what belongs to an option must stay on its line.
    private static boolean isBlock(Directive option) {
        return option.span().text().endsWith("}");
    }
}
