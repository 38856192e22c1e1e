package vmconf.compiler;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Texts that look a little like vm.conf, for properties that hold for any text.
public final class RandomText {
    private static final List<String> PIECES =
            List.of(
                    "vm ",
                    "switch ",
                    "{",
                    "}",
                    "{\n",
                    "}\n",
                    "\n",
                    "\n\n",
                    " ",
                    "\t",
                    "memory ",
                    "512M",
                    "disk ",
                    "\"a.img\"",
                    "format ",
                    "raw",
                    "interface ",
                    "local ",
                    "lladdr ",
                    "fe:e1:bb:d1:00:01",
                    "allow instance ",
                    "owner ",
                    "boot device ",
                    "cdrom",
                    "rdomain ",
                    "interfaces ",
                    "4",
                    "-1",
                    "99999999999999999999",
                    "x = ",
                    "\"y z\"",
                    "$x",
                    "$undefined",
                    "$",
                    "\\\n",
                    "\\",
                    "\"",
                    "'",
                    "#",
                    "# note\n",
                    ",",
                    "=",
                    "include ",
                    "\"part.conf\"",
                    "instance ",
                    "enable\n",
                    "up",
                    "down",
                    "\r\n",
                    "\0",
                    "\u0001",
                    "\u0002",
                    "é",
                    "\ud83d\ude00",
                    "\udcff",
                    "\u201c",
                    "\u00a0",
                    "\ufeff",
                    "memry ",
                    "512 MB",
                    "sev\nsev\n",
                    "local prefix ",
                    "10.0.0.0/8",
                    "staggered start parallel ",
                    "delay ",
                    "agentx context ",
                    "kernel ",
                    "add ",
                    "interface switch0\n",
                    "192.168.1.0/24");

    private RandomText() {}

    /// Up to forty pieces, joined.
    public static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.of(PIECES),
                        Arbitraries.strings().all().ofMaxLength(3),
                        Arbitraries.strings().ascii().ofMaxLength(5))
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }
}
