package vmconf.runtime.vmctl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/// The options and words after a command's name, in any order.
final class CommandLineOptions {
    private final Verb verb;
    private final CommandLine parsed;

    private CommandLineOptions(Verb verb, CommandLine parsed) {
        this.verb = verb;
        this.parsed = parsed;
    }

    static CommandLineOptions parse(Verb verb, List<String> arguments) throws Complaint {
        try {
            CommandLine parsed =
                    new DefaultParser(false)
                            .parse(accepted(verb), arguments.toArray(String[]::new));
            return new CommandLineOptions(verb, parsed);
        } catch (ParseException e) {
            throw new Complaint(verb.usage());
        }
    }

    /// The options that a command takes.
    static Options accepted(Verb verb) {
        Options options = new Options();
        if (verb.hasJson()) {
            options.addOption(null, "json", false, "as JSON");
        }
        return switch (verb) {
            case STATUS, SHOW -> options.addOption("r", false, "only running");
            case START -> started(options);
            case STOP ->
                    options.addOption("f", false, "at once")
                            .addOption("w", false, "wait")
                            .addOption("a", false, "all");
            case EVENTS -> options.addOption("n", true, "how many of the past");
            case HISTORY -> options.addOption("r", false, "go back to it");
            case RELOAD -> options.addOption(null, "dry-run", false, "only say what would change");
            case DOCTOR -> options.addOption("f", true, "configuration file");
            case CREATE ->
                    options.addOption("b", true, "base image")
                            .addOption("i", true, "image to convert")
                            .addOption("s", true, "size");
            case TERMINATE -> options.addOption(null, "keep", false, "guests run on");
            case DUMP ->
                    options.addOption("z", false, "compressed")
                            .addOption("f", true, "file of the state");
            case SEND -> options.addOption("z", false, "compressed");
            case LOAD, RECEIVE -> options.addOption("f", false, "with any disks");
            case CONSOLE -> options.addOption(null, "read-only", false, "only watch");
            case COMPLETION, LOG, PAUSE -> options;
            case METRICS, RESET, UNPAUSE, WAIT, WHY -> options;
            case SHOWCMD -> options;
            case DRIFT -> options;
        };
    }

    private static Options started(Options options) {
        return options.addOption("c", false, "go on with the console")
                .addOption("L", false, "a local interface")
                .addOption("B", true, "boot device")
                .addOption("b", true, "boot image")
                .addOption("d", true, "disk image")
                .addOption("i", true, "number of interfaces")
                .addOption("m", true, "memory")
                .addOption("n", true, "an interface on a switch")
                .addOption("p", true, "processors")
                .addOption("r", true, "ISO image")
                .addOption("t", true, "instance of");
    }

    /// Every value of an option, in order.
    List<String> values(String option) {
        String[] values = parsed.getOptionValues(option);
        return values == null ? List.of() : List.of(values);
    }

    /// Every option as it was given, in order.
    List<Option> options() {
        return List.of(parsed.getOptions());
    }

    boolean has(String option) {
        return parsed.hasOption(option);
    }

    /// The value of an option that must be given.
    String value(String option) throws Complaint {
        String value = parsed.getOptionValue(option);
        if (value == null || value.isEmpty()) {
            throw new Complaint(verb.usage());
        }
        return value;
    }

    /// The name of a VM, which must be given and no number.
    String vmName() throws Complaint {
        String vm = vm();
        if (vm.matches("[0-9]+")) {
            throw new Complaint("vmctl: invalid vm name\nvmctl: invalid id: " + vm);
        }
        return vm;
    }

    /// The VM, which must be given.
    String vm() throws Complaint {
        return optionalVm()
                .orElseThrow(() -> new Complaint("vmctl: missing vmid argument\n" + verb.usage()));
    }

    /// The VMs; perhaps none.
    List<String> vms() throws Complaint {
        List<String> vms = new ArrayList<>();
        for (String word : parsed.getArgList()) {
            vms.add(VmArgument.check(word));
        }
        return vms;
    }

    /// The image, which must be given.
    String image() throws Complaint {
        return word().orElseThrow(() -> new Complaint(verb.usage()));
    }

    /// The only word there may be, in lower case; absent when there is none.
    Optional<String> word() throws Complaint {
        List<String> words = parsed.getArgList();
        if (words.size() > 1) {
            throw new Complaint(verb.usage());
        }
        return words.stream().findFirst();
    }

    /// All words.
    List<String> words() {
        return parsed.getArgList();
    }

    /// Refuses words where none are wanted.
    void noWord() throws Complaint {
        if (word().isPresent()) {
            throw new Complaint(verb.usage());
        }
    }

    Optional<String> optionalVm() throws Complaint {
        List<String> words = parsed.getArgList();
        if (words.size() > 1) {
            throw new Complaint(verb.usage());
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(VmArgument.check(words.getFirst()));
    }
}
