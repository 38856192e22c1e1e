package vmconf.compiler.edit;

import java.util.List;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.Place;
import vmconf.source.SourceFile;

/// What holds directives: a block, the options of an interface, the top level.
interface Container {
    Place place();

    /// What to call it, as `vm "web"`; empty for the top level.
    String label();

    /// The block or line of the top level that a directive in it is part of.
    Directive statement(Directive directive);

    /// Those in it, in the order in which they are read.
    List<? extends Directive> directives();

    /// The file in which a new one is put.
    SourceFile file();

    /// Puts a new one where it belongs; the first edit is the one with its text.
    ///
    /// @param text as it is to be written, with the lines inside moved in by one unit each
    List<Fix.Edit> insert(DirectiveInfo info, String text);

    /// Takes one out, with its line where it has one for itself.
    List<Fix.Edit> remove(Directive directive);

    /// Those of a kind.
    default List<Directive> of(DirectiveInfo info) {
        return directives().stream()
                .filter(each -> Contents.is(each, info))
                .map(Directive.class::cast)
                .toList();
    }
}
