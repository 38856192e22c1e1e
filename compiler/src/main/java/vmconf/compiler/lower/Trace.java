package vmconf.compiler.lower;

import java.util.Optional;
import vmconf.compiler.syntax.Directive;
import vmconf.plan.Switch;
import vmconf.plan.Vm;
import vmconf.source.Span;

/// Notes where the value at one place of the plan comes from; by itself nowhere.
class Trace {
    /// Notes nothing.
    static final Trace NONE = new Trace();

    /// The value of a key.
    Trace at(String name) {
        return this;
    }

    /// An item of a list.
    ///
    /// @param index from 0
    Trace at(int index) {
        return this;
    }

    /// It stands in the text.
    void written(Span span) {}

    /// An instance took it over from a VM that is noted already.
    void inherited(Vm parent) {}

    /// An interface took it over from its switch.
    ///
    /// @param index of the switch in the plan, from 0
    /// @param switchKey key of the value there
    void ofSwitch(Switch joined, int index, String switchKey) {}

    /// Nobody wrote it: what the schema says of a directive holds.
    void standard(Class<? extends Directive> kind) {}

    /// Nobody wrote it.
    ///
    /// @param rule why it is so, a phrase
    void standard(String rule) {}

    /// It follows from other values.
    ///
    /// @param rule how, a phrase
    void derived(String rule) {}

    /// It stands in the text, or else what the schema says holds.
    final void writtenOr(Optional<Span> span, Class<? extends Directive> kind) {
        span.ifPresentOrElse(this::written, () -> standard(kind));
    }
}
