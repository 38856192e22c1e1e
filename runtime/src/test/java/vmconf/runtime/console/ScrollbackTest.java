package vmconf.runtime.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;

class ScrollbackTest {
    @Property
    void keepsTheEndOfTheStream(
            @ForAll List<@AlphaChars String> chunks,
            @ForAll @IntRange(min = 1, max = 64) int size) {
        Scrollback scrollback = new Scrollback(size);
        chunks.forEach(chunk -> scrollback.append(chunk.getBytes(StandardCharsets.UTF_8)));
        String all = String.join("", chunks);
        assertThat(new String(scrollback.content(), StandardCharsets.UTF_8))
                .isEqualTo(all.substring(Math.max(0, all.length() - size)));
    }
}
