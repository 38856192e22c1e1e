package vmconf.compiler.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;

/// What shells are told about `vmconf`: its commands, their options, and what the first operand may
/// be. Everything else is a file.
final class CompletionScripts {
    private static final String BASH =
            """
            _vmconf() {
                local current=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} options= words=
                if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY=($(compgen -W 'COMMANDS --help --version' -- "$current"))
                    return
                fi
                case $command in
            CASES
                esac
                case $current in
                    -*) COMPREPLY=($(compgen -W "$options --help" -- "$current")) ;;
                    *)
                        COMPREPLY=($(compgen -f -- "$current"))
                        [ "$COMP_CWORD" -ne 2 ] || [ -z "$words" ] ||
                            COMPREPLY=($(compgen -W "$words" -- "$current"))
                        ;;
                esac
            }
            complete -o filenames -F _vmconf vmconf
            """;

    private CompletionScripts() {}

    static String bash(List<Command> commands) {
        StringBuilder cases = new StringBuilder();
        for (Command each : commands) {
            cases.append(
                    "        %s) options='%s' words='%s' ;;%n"
                            .formatted(
                                    each.name(),
                                    String.join(" ", options(each)),
                                    String.join(" ", each.words())));
        }
        return BASH.replace("COMMANDS", names(commands)).replace("CASES\n", cases);
    }

    static String zsh(List<Command> commands) {
        return "#compdef vmconf\nautoload -Uz bashcompinit && bashcompinit\n" + bash(commands);
    }

    static String fish(List<Command> commands) {
        StringBuilder script = new StringBuilder();
        String none = "not __fish_seen_subcommand_from " + names(commands);
        for (Command each : commands) {
            script.append(
                    "complete -c vmconf -f -n '%s' -a %s -d '%s'%n"
                            .formatted(none, each.name(), plain(each.summary())));
        }
        for (Command each : commands) {
            String here =
                    "complete -c vmconf -n '__fish_seen_subcommand_from %s' "
                            .formatted(each.name());
            if (!each.words().isEmpty()) {
                script.append(here + "-a '%s'%n".formatted(String.join(" ", each.words())));
            }
            for (Option option : each.options().getOptions()) {
                script.append(here).append(fish(option)).append('\n');
            }
        }
        return script.toString();
    }

    private static String fish(Option option) {
        String name =
                Stream.of(
                                option.getOpt() == null ? "" : "-s " + option.getOpt(),
                                option.getLongOpt() == null ? "" : "-l " + option.getLongOpt())
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" "));
        return "%s%s -d '%s'"
                .formatted(name, option.hasArg() ? " -r" : "", plain(option.getDescription()));
    }

    private static String plain(String text) {
        return text.replace("'", "\\'");
    }

    private static String names(List<Command> commands) {
        return commands.stream().map(Command::name).collect(Collectors.joining(" "));
    }

    private static List<String> options(Command command) {
        return command.options().getOptions().stream()
                .flatMap(
                        each ->
                                Stream.concat(
                                        Stream.ofNullable(each.getOpt()).map(name -> "-" + name),
                                        Stream.ofNullable(each.getLongOpt())
                                                .map(name -> "--" + name)))
                .sorted()
                .toList();
    }
}
