package vmconf.grammar.codegen;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Schema names (`boot-device`) in the spellings of Java.
final class Names {
    private Names() {}

    /// `boot-device` as `BootDevice`.
    static String type(String name) {
        return Stream.of(name.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /// `boot-device` as `bootDevice`.
    static String member(String name) {
        String type = type(name);
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }

    /// `boot-device` as `BOOT_DEVICE`.
    static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
