package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.MacAddress;

/// MAC addresses as written.
final class Addresses {
    private Addresses() {}

    /// An address and the word that gives it.
    record Written(Word word, MacAddress address) {}

    /// Every one that can be read.
    static Stream<Written> written(Config config) {
        List<Written> written = new ArrayList<>();
        for (Directive.Lladdr lladdr : config.ofLinks(Directive.Lladdr.class).toList()) {
            of(lladdr).ifPresent(written::add);
        }
        return written.stream();
    }

    /// The one that an interface gets; nothing where vmd is to choose one.
    static Optional<Written> of(Directive.Interface nic) {
        return Blocks.last(nic.options(), Directive.Lladdr.class)
                .flatMap(Addresses::of)
                .filter(each -> !each.address().isZero());
    }

    private static Optional<Written> of(Directive.Lladdr lladdr) {
        return lladdr.address()
                .filter(Word::known)
                .flatMap(
                        word ->
                                MacAddress.parse(word.text())
                                        .value()
                                        .map(address -> new Written(word, address)));
    }
}
