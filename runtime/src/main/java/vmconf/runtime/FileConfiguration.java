package vmconf.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Plan;
import vmconf.runtime.control.Configuration;

/// Plans from the file that the daemon was started with, and from others.
///
/// @param seed decides MAC addresses that a vm.conf leaves open
record FileConfiguration(VmdOptions options, String seed) implements Configuration {
    @Override
    public Outcome own() {
        return read(options.file());
    }

    @Override
    public Outcome of(Path file) {
        return read(Optional.of(file.toString()));
    }

    @Override
    public Explained why(Plan plan, List<String> words) {
        return Compiling.why(plan, words);
    }

    private Outcome read(Optional<String> file) {
        try {
            return new Outcome.Read(ConfigurationFile.read(file, options.macros(), seed));
        } catch (StartupException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()), e.report());
        }
    }
}
