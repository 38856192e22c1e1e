package vmconf.runtime;

import java.io.IOException;
import java.util.List;
import vmconf.compiler.Breakdown;
import vmconf.plan.Plan;
import vmconf.runtime.control.Configuration;
import vmconf.runtime.control.ControlServer;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Places;
import vmconf.runtime.posix.CreationMask;

/// The `vmd` command.
public final class Vmd {
    /// Any will do where nothing is run.
    private static final String CHECK_SEED = "check";

    private Vmd() {}

    public static void main(String[] arguments) {
        int status;
        try {
            status = run(List.of(arguments));
        } catch (StartupException e) {
            System.err.println(e.getMessage());
            status = 1;
        } catch (InterruptedException e) {
            status = 1;
        } catch (RuntimeException | StackOverflowError e) {
            System.err.println(Breakdown.report("vmd", e));
            status = 1;
        }
        System.exit(status);
    }

    private static int run(List<String> arguments) throws StartupException, InterruptedException {
        VmdOptions options = VmdOptions.parse(arguments);
        if (options.checkOnly()) {
            plan(options, CHECK_SEED);
            System.err.println("configuration OK");
            return 0;
        }
        Places places =
                Places.find(System.getenv(), Accounts.isRoot(), options.socket(), options.state());
        if (ControlServer.isAnswered(places.socket())) {
            throw new StartupException(
                    "vmd: already running, %s answers".formatted(places.socket()));
        }
        boolean detached = System.getenv(Detached.MARK) != null;
        if (!options.foreground() && !detached) {
            plan(options, CHECK_SEED);
            return Detached.start(places);
        }
        CreationMask.keepToOwner();
        try (StateFolder state = StateFolder.take(places.state())) {
            String seed = state.seed();
            Plan plan = plan(options, seed);
            Log log = detached ? Log.to(state.log()) : Log.to(System.err);
            Configuration configuration = new FileConfiguration(options, seed);
            return new Daemon(options, places, configuration, log).run(plan);
        } catch (IOException e) {
            throw new StartupException("vmd: state folder: " + e.getMessage());
        }
    }

    private static Plan plan(VmdOptions options, String seed) throws StartupException {
        return ConfigurationFile.read(options.file(), options.macros(), seed);
    }
}
