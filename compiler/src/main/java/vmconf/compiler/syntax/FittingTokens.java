package vmconf.compiler.syntax;

import java.util.BitSet;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.Transition;
import org.jspecify.annotations.Nullable;

/// Which tokens fit at a state of the parser. It asks before every decision, so what was found is
/// kept, and no more is looked for than the token that is there.
final class FittingTokens {
    private static final int SMALLEST = org.antlr.v4.runtime.Token.EOF;
    private static final int SHIFT = -SMALLEST;

    private final ATN atn;
    private final @Nullable BitSet[] byState;

    FittingTokens(ATN atn) {
        this.atn = atn;
        this.byState = new BitSet[atn.states.size()];
    }

    /// A token of that type may come next, or what the state belongs to may end there.
    boolean fits(int state, int type) {
        BitSet known = byState[state];
        if (known == null) {
            known = new BitSet();
            byState[state] = known;
        } else if (known.get(type + SHIFT)) {
            return true;
        }
        ATNState from = atn.states.get(state);
        boolean fits = leads(from, from.ruleIndex, type);
        known.set(type + SHIFT, fits);
        return fits;
    }

    /// Whether a token of that type, or the end of the rule, is reached. No rule is empty, so what
    /// stands behind one that is entered is not looked at.
    private boolean leads(ATNState from, int rule, int type) {
        if (from instanceof RuleStopState) {
            return from.ruleIndex == rule;
        }
        for (Transition transition : from.getTransitions()) {
            boolean leads =
                    transition.isEpsilon()
                            ? leads(transition.target, rule, type)
                            : transition.matches(type, SMALLEST, atn.maxTokenType);
            if (leads) {
                return true;
            }
        }
        return false;
    }
}
