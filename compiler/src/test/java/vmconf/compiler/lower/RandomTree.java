package vmconf.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;

/// Files without errors for our own runtime: switches, VMs with all their settings, and instances
/// of them to any depth.
public final class RandomTree {
    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<String> switches = new ArrayList<>();
    private final List<String> vms = new ArrayList<>();

    private RandomTree(Random random) {
        this.random = random;
    }

    public static Arbitrary<String> texts() {
        return Arbitraries.fromGenerator(
                random ->
                        Shrinkable.unshrinkable(
                                new RandomTree(new Random(random.nextLong())).tree()));
    }

    private String tree() {
        globals();
        for (int i = random.nextInt(4); i > 0; i--) {
            switchBlock();
        }
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            vmBlock();
        }
        return text.toString();
    }

    private boolean perhaps() {
        return random.nextBoolean();
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    private void globals() {
        line("much = \"1G\"");
        if (perhaps()) {
            line("local prefix 10.0.0.0/8");
        }
        if (perhaps()) {
            line("local inet6 prefix fd00:1::/64");
        }
        if (perhaps()) {
            line("socket owner joe:users");
        }
        if (perhaps()) {
            line("staggered start parallel %d delay %d".formatted(1 + random.nextInt(3), 7));
        }
        if (perhaps()) {
            line("agentx context snmp path \"/run/agentx\"");
        }
    }

    private void switchBlock() {
        String name = "sw" + switches.size();
        line("switch \"" + name + "\" {");
        line("\tinterface bridge" + switches.size());
        optional("\tgroup \"guests" + "abc".charAt(random.nextInt(3)) + "\"");
        optional("\trdomain " + random.nextInt(256));
        optional("\tlocked lladdr");
        optional("\tdown");
        line("}");
        switches.add(name);
    }

    private void optional(String words) {
        if (perhaps()) {
            line(words);
        }
    }

    private void vmBlock() {
        String name = "vm" + vms.size();
        boolean instance = !vms.isEmpty() && perhaps();
        String parent = instance ? vms.get(random.nextInt(vms.size())) : "";
        line(
                instance
                        ? "vm \"%s\" instance \"%s\" {".formatted(parent, name)
                        : "vm " + name + " {");
        line("\tdisk \"/var/vm/" + name + ".img\"" + (perhaps() ? " format raw" : ""));
        if (perhaps()) {
            line("\tdisk \"/var/vm/" + name + "-data.qcow2\" format qcow2");
        }
        optional("\tdisable");
        optional("\tmemory " + List.of("$much", "512M", "64M").get(random.nextInt(3)));
        optional("\tcpus " + (1 + random.nextInt(8)));
        optional("\tboot device disk");
        optional("\towner " + List.of("joe", "joe:users", ":wheel").get(random.nextInt(3)));
        optional("\tallow instance { memory, instance, owner root:wheel }");
        for (int i = random.nextInt(3); i > 0; i--) {
            line("\t" + nic());
        }
        line("}");
        vms.add(name);
    }

    private String nic() {
        if (perhaps()) {
            return "local interface";
        }
        String join =
                switches.isEmpty()
                        ? ""
                        : " switch \"%s\"".formatted(switches.get(random.nextInt(switches.size())));
        return join.isEmpty()
                ? "interface"
                : "interface {" + join + (perhaps() ? " down" : "") + " }";
    }
}
