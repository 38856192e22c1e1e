package vmconf.source;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SourceFileProperties {
    @Property
    void anyBytesComeBackAsTheyWere(@ForAll byte[] bytes) {
        assertThat(SourceFile.decode("f", bytes).encode()).isEqualTo(bytes);
    }

    @Example
    void bytesThatAreNoUtf8StandBesideCharactersOfFourBytes() {
        byte[] bytes = {(byte) 0xf0, (byte) 0x9f, (byte) 0x98, (byte) 0x80, (byte) 0xff, 'a'};
        SourceFile file = SourceFile.decode("f", bytes);
        assertThat(file.text()).isEqualTo("\ud83d\ude00\udcffa");
        assertThat(file.encode()).isEqualTo(bytes);
    }
}
