package vmconf.compiler.syntax;

import java.util.BitSet;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/// Which tokens fit at each state of the parser, kept in a form that is quick to ask, as the parser
/// asks before every decision.
final class FittingTokens {
    /// The smallest type is that of nothing at all, -2.
    private static final int SHIFT = -org.antlr.v4.runtime.Token.EPSILON;

    private final ATN atn;
    private final @Nullable BitSet[] byState;

    FittingTokens(ATN atn) {
        this.atn = atn;
        this.byState = new BitSet[atn.states.size()];
    }

    /// A token of that type may come next, or what the state belongs to may end there.
    boolean fits(int state, int type) {
        BitSet fitting = byState[state];
        if (fitting == null) {
            fitting = types(atn.nextTokens(atn.states.get(state)));
            byState[state] = fitting;
        }
        return fitting.get(type + SHIFT) || fitting.get(0);
    }

    private static BitSet types(IntervalSet set) {
        BitSet types = new BitSet();
        for (int type : set.toArray()) {
            types.set(type + SHIFT);
        }
        return types;
    }
}
