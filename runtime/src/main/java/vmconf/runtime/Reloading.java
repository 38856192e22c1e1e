package vmconf.runtime;

import java.util.concurrent.CompletionException;
import vmconf.plan.Plan;
import vmconf.runtime.control.Configuration;
import vmconf.runtime.host.Log;
import vmconf.runtime.supervise.Registry;

/// A reload that nobody waits for: what is wrong goes to the log.
final class Reloading {
    private Reloading() {}

    static void run(Registry registry, Configuration configuration, Log log) {
        switch (configuration.own()) {
            case Configuration.Outcome.Refused(String report, _) -> {
                report.lines().forEach(log::warn);
                log.warn("configuration not changed");
            }
            case Configuration.Outcome.Read(Plan plan) -> take(registry, plan, log);
        }
    }

    private static void take(Registry registry, Plan plan, Log log) {
        registry.reload(plan)
                .whenComplete(
                        (_, failure) -> {
                            if (failure != null) {
                                log.warn("configuration not changed: " + reason(failure));
                            }
                        });
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null
                ? String.valueOf(cause.getMessage())
                : String.valueOf(failure.getMessage());
    }
}
