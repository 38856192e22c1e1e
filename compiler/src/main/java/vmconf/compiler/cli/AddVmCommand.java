package vmconf.compiler.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.edit.NewVm;

/// `vmconf add-vm`: adds the block of a VM, in the style of the file.
final class AddVmCommand implements Command {
    private static final List<String> FORMATS = List.of("raw", "qcow2");

    /// Options that stand for a directive of their name, and what they take.
    private static final List<List<String>> DIRECTIVES =
            List.of(
                    List.of("memory", "SIZE"),
                    List.of("cpus", "COUNT"),
                    List.of("cdrom", "PATH"),
                    List.of("boot", "PATH"),
                    List.of("boot-device", "DEVICE"),
                    List.of("firmware", "NAME"),
                    List.of("efivars", "PATH"),
                    List.of("interfaces", "COUNT"),
                    List.of("owner", "OWNER"));

    @Override
    public String name() {
        return "add-vm";
    }

    @Override
    public String summary() {
        return "add a VM, in the style of the file";
    }

    @Override
    public String operands() {
        return "FILE NAME";
    }

    @Override
    public Options options() {
        Options options = new Options();
        Editing.addTo(options);
        add(options, "instance-of", "PARENT", "make it an instance of this VM");
        DIRECTIVES.forEach(
                each ->
                        add(
                                options,
                                each.getFirst(),
                                each.getLast(),
                                "write \"" + each.getFirst().replace('-', ' ') + "\""));
        add(options, "disk", "PATH[,FORMAT]", "a disk image; may be repeated");
        add(
                options,
                "interface",
                "WORDS",
                "an interface as vm.conf writes it: \"switch uplink\", \"local\", or \"\"; may be"
                        + " repeated");
        options.addOption(
                Option.builder().longOpt("disable").desc("it waits for vmctl start").get());
        add(options, "into", "FILE", "the included file that gets it (default: FILE itself)");
        return options;
    }

    private static void add(Options options, String name, String argument, String description) {
        options.addOption(
                Option.builder().longOpt(name).hasArg().argName(argument).desc(description).get());
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        if (line.getArgList().size() != 2) {
            throw new UsageException(
                    "expected a file and the name of the new VM: vm.conf db --memory 2G --disk /db.img");
        }
        NewVm vm =
                new NewVm(
                        line.getArgList().getLast(),
                        Optional.ofNullable(line.getOptionValue("instance-of")),
                        settings(line),
                        Optional.ofNullable(line.getOptionValue("into")));
        return new Editing(this, line, streams).run((editor, words) -> editor.add(vm));
    }

    private static List<List<String>> settings(CommandLine line) {
        List<List<String>> settings = new ArrayList<>();
        if (line.hasOption("disable")) {
            settings.add(List.of("disable"));
        }
        for (List<String> each : DIRECTIVES) {
            String name = each.getFirst();
            for (String value : values(line, name)) {
                List<String> words = new ArrayList<>(List.of(name.split("-")));
                words.add(value);
                settings.add(words);
            }
        }
        values(line, "disk").forEach(each -> settings.add(disk(each)));
        values(line, "interface").forEach(each -> settings.add(nic(each)));
        return settings;
    }

    private static List<String> values(CommandLine line, String option) {
        String[] values = line.getOptionValues(option);
        return values == null ? List.of() : List.of(values);
    }

    /// A path may have commas; what is no format is part of it.
    private static List<String> disk(String value) {
        int comma = value.lastIndexOf(',');
        String format = value.substring(comma + 1).toLowerCase(Locale.ROOT);
        return comma > 0 && FORMATS.contains(format)
                ? List.of("disk", value.substring(0, comma), "format", format)
                : List.of("disk", value);
    }

    private static List<String> nic(String value) {
        List<String> words = new ArrayList<>(List.of("interface"));
        if (!value.isBlank()) {
            words.addAll(List.of(value.strip().split("\\s+")));
        }
        return words;
    }
}
