package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmconf.runtime.vmctl.InProcess;
import vmconf.testdata.Golden;

/// Guests are started, stopped, paused, reset and killed, configurations change and daemons die,
/// all at random: `-Dvmconf.soak=3600` for an hour, 20 seconds otherwise; `-Dvmconf.soak-seed`
/// repeats one. Every now and then everything ends, and then nothing may be left.
@Tag("qemu")
class SoakTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static final int ROUND = 40;

    /// What goes wrong only within us.
    private static final String FAULT = "(?s).*(internal error|Exception|\\bat vmconf\\.).*";

    @TempDir private Path folder;

    private final long seed = Long.getLong("vmconf.soak-seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<String, Integer> done = new TreeMap<>();

    @Test
    void whateverHappensNothingIsLeft() throws Exception {
        Duration time = Duration.ofSeconds(Long.getLong("vmconf.soak", 20));
        long end = System.nanoTime() + time.toNanos();
        for (String each : NAMES) {
            Files.copy(EndToEnd.guests().resolve("hello/hello.img"), folder.resolve(each + ".img"));
        }
        try (NetworkWorld world = NetworkWorld.make(folder, "soak")) {
            world.begin(conf(), "--create-bridges");
            while (System.nanoTime() < end) {
                for (int i = 0; i < ROUND && System.nanoTime() < end; i++) {
                    step(world);
                    sound(world);
                }
                world.end();
                count("round");
                world.next();
            }
            world.end();
        } catch (AssertionError e) {
            throw new AssertionError("seed %d, after %s".formatted(seed, done), e);
        } finally {
            Files.writeString(
                    Golden.root().resolve("runtime/target/soak.txt"),
                    "%d s, seed %d: %s%n".formatted(time.toSeconds(), seed, done),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    private void count(String what) {
        done.merge(what, 1, Integer::sum);
    }

    /// A configuration in which a machine may be missing, and a link or a memory differ.
    private String conf() {
        StringBuilder conf = new StringBuilder("switch \"lan\" {\n\tinterface bridge0\n}\n");
        for (String each : NAMES) {
            if (random.nextInt(8) > 0) {
                conf.append("vm \"%s\" {\n".formatted(each));
                conf.append(random.nextInt(3) > 0 ? "" : "\tdisable\n");
                conf.append("\tmemory %dM\n".formatted(random.nextInt(4) > 0 ? 64 : 32));
                conf.append("\tdisk \"%s/%s.img\" format raw\n".formatted(folder, each));
                conf.append("\tinterface { switch \"lan\" ");
                conf.append(random.nextBoolean() ? "locked lladdr " : "");
                conf.append(random.nextInt(4) > 0 ? "}\n" : "down }\n");
                conf.append(random.nextBoolean() ? "\tlocal interface\n" : "");
                conf.append("}\n");
            }
        }
        return conf.toString();
    }

    private void step(NetworkWorld world) throws Exception {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> says(world, "start " + name);
            case 4, 5 -> says(world, "stop -f " + name);
            case 6 -> says(world, "stop -w " + name);
            case 7 -> says(world, "stop " + name);
            case 8 -> says(world, "pause " + name);
            case 9 -> says(world, "unpause " + name);
            case 10 -> says(world, "stop -a -f");
            case 11, 12 -> {
                world.write(conf());
                says(world, "reload");
            }
            case 13 -> {
                count("kill a guest");
                world.tried("pkill -9 -f '[g]uest=%s,.*%s'".formatted(name, folder));
            }
            case 14 -> {
                count("kill vmd");
                world.vmd().kill();
                world.next();
            }
            default -> {
                count("end vmd");
                world.vmd().signal("TERM");
                world.next();
            }
        }
    }

    private void says(NetworkWorld world, String line) {
        count(line.replaceAll(" [a-d]$", ""));
        InProcess.Ran ran = world.vmctl(line);
        assertThat(ran.out() + ran.err()).as(line).doesNotMatch(FAULT);
    }

    /// The daemon answers, has written nothing that is a fault, and knows every guest that runs.
    private static void sound(NetworkWorld world) throws Exception {
        InProcess.Ran status = world.vmctl("status");
        assertThat(status.status()).as(status.err() + world.vmd().log()).isZero();
        assertThat(world.vmd().log()).doesNotMatch(FAULT);
        assertThat(world.taps().size()).as("taps").isLessThanOrEqualTo(2 * NAMES.size());
    }
}
