package vmconf.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.junit.jupiter.api.Test;
import vmconf.grammar.VmConf;

class FittingTokensTest {
    private static final ATN GRAMMAR = VmConf._ATN;

    @Test
    void agreesWithTheGrammarAtEveryState() {
        FittingTokens fitting = new FittingTokens(GRAMMAR);
        for (ATNState state : GRAMMAR.states) {
            IntervalSet next = GRAMMAR.nextTokens(state);
            for (int type = Token.EOF; type <= GRAMMAR.maxTokenType; type++) {
                boolean fits = next.contains(type) || next.contains(Token.EPSILON);
                assertThat(fitting.fits(state.stateNumber, type))
                        .as("state %d, token %d", state.stateNumber, type)
                        .isEqualTo(fits);
                assertThat(fitting.fits(state.stateNumber, type)).isEqualTo(fits);
            }
        }
    }
}
