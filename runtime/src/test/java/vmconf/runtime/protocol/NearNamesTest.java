package vmconf.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;

class NearNamesTest {
    private static final List<String> NAMES = List.of("web", "db", "mail", "mail2");

    @Test
    void suggestsWhatIsNear() {
        assertThat(NearNames.hint("wbe", List.of("router1", "wbx")))
                .isEqualTo("did you mean \"wbx\"?");
        assertThat(NearNames.hint("mial2", NAMES)).isEqualTo("did you mean \"mail2\"?");
        assertThat(NearNames.hint("mai", NAMES)).isEqualTo("did you mean \"mail\" or \"mail2\"?");
    }

    @Test
    void saysNothingWhenNothingIsNear() {
        assertThat(NearNames.hint("router", NAMES)).isEmpty();
    }

    @Property
    void distanceIsSymmetric(@ForAll @AlphaChars String a, @ForAll @AlphaChars String b) {
        assertThat(NearNames.distance(a, b)).isEqualTo(NearNames.distance(b, a));
        assertThat(NearNames.distance(a, a)).isZero();
    }
}
