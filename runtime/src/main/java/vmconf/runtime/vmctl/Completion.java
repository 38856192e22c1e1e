package vmconf.runtime.vmctl;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;

/// Scripts that let a shell complete vmctl's command lines. They ask the daemon for names.
final class Completion {
    private Completion() {}

    /// What a word of a command is.
    private enum Kind {
        VM,
        FILE,
        WORDS,
        NOTHING,
    }

    /// `completion bash | fish | zsh`.
    static String script(CommandLineOptions options) throws Complaint {
        String shell = options.word().orElse("");
        return switch (shell) {
            case "bash" -> bash();
            case "zsh" -> "autoload -Uz bashcompinit && bashcompinit\n" + bash();
            case "fish" -> fish();
            default -> throw new Complaint(Verb.COMPLETION.usage());
        };
    }

    private static Kind kind(Verb verb) {
        return switch (verb) {
            case CONSOLE, DOCTOR, DRIFT, DUMP, PAUSE, SEND, SHOW, SHOWCMD, START -> Kind.VM;
            case STATUS, STOP, UNPAUSE, WAIT, WHY -> Kind.VM;
            case CREATE, LOAD -> Kind.FILE;
            case COMPLETION, LOG, RESET -> Kind.WORDS;
            case EVENTS, HISTORY, METRICS, RECEIVE, RELOAD, TERMINATE -> Kind.NOTHING;
        };
    }

    private static List<String> words(Verb verb) {
        return switch (verb) {
            case COMPLETION -> List.of("bash", "fish", "zsh");
            case LOG -> List.of("brief", "verbose");
            case RESET -> List.of("all", "switches", "vms");
            default -> List.of();
        };
    }

    private static List<String> options(Verb verb) {
        return CommandLineOptions.accepted(verb).getOptions().stream()
                .flatMap(Completion::written)
                .sorted()
                .toList();
    }

    private static Stream<String> written(Option option) {
        return Stream.concat(
                Stream.ofNullable(option.getOpt()).map(each -> "-" + each),
                Stream.ofNullable(option.getLongOpt()).map(each -> "--" + each));
    }

    private static String verbs() {
        return Arrays.stream(Verb.values()).map(Verb::word).collect(Collectors.joining(" "));
    }

    private static String bash() {
        StringBuilder cases = new StringBuilder();
        for (Verb verb : Verb.values()) {
            cases.append("        %s) ".formatted(verb.word()));
            String given = String.join(" ", options(verb));
            cases.append("options='%s' ".formatted(given));
            cases.append(
                    switch (kind(verb)) {
                        case VM -> "words=$(_vmctl_names)";
                        case FILE -> "files=yes";
                        case WORDS -> "words='%s'".formatted(String.join(" ", words(verb)));
                        case NOTHING -> "words=";
                    });
            cases.append(" ;;\n");
        }
        return BASH.replace("VERBS", verbs()).replace("CASES\n", cases);
    }

    private static final String BASH =
            """
            _vmctl_names() {
                vmctl status 2> /dev/null | awk 'NR > 1 { print $NF }'
            }
            _vmctl() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
                local command= options= words= files= i
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case ${COMP_WORDS[i]} in
                        --socket) ((i++)) ;;
                        -*) ;;
                        *) command=${COMP_WORDS[i]}; break ;;
                    esac
                done
                case $command in
                    '') words='VERBS' options='--socket -v' ;;
            CASES
                esac
                case $command:$previous in
                    start:-t) words=$(_vmctl_names) ;;
                    start:-B) words='cdrom disk net' ;;
                    start:-[bdr] | create:-[bi] | *:--socket) files=yes words= ;;
                    start:-[imnp] | create:-s | events:-n) return ;;
                esac
                case $current in
                    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
                    *)
                        COMPREPLY=($(compgen -W "$words" -- "$current"))
                        [ -z "$files" ] || COMPREPLY+=($(compgen -f -- "$current"))
                        ;;
                esac
            }
            complete -F _vmctl vmctl
            """;

    private static String fish() {
        StringBuilder script = new StringBuilder(FISH);
        String none = "not __fish_seen_subcommand_from " + verbs();
        for (Verb verb : Verb.values()) {
            script.append("complete -c vmctl -f -n '%s' -a %s\n".formatted(none, verb.word()));
        }
        for (Verb verb : Verb.values()) {
            String here = "__fish_seen_subcommand_from " + verb.word();
            String start = "complete -c vmctl -n '%s' ".formatted(here);
            script.append(
                    switch (kind(verb)) {
                        case VM -> start + "-f -a '(__vmctl_names)'\n";
                        case FILE -> start + "-F\n";
                        case WORDS ->
                                start + "-f -a '%s'\n".formatted(String.join(" ", words(verb)));
                        case NOTHING -> start + "-f\n";
                    });
            for (Option each : CommandLineOptions.accepted(verb).getOptions()) {
                script.append(start).append(fish(each)).append('\n');
            }
        }
        return script.toString();
    }

    private static String fish(Option option) {
        String name =
                option.getOpt() == null ? "-l " + option.getLongOpt() : "-s " + option.getOpt();
        return "%s%s -d '%s'"
                .formatted(name, option.hasArg() ? " -r" : "", option.getDescription());
    }

    private static final String FISH =
            """
            function __vmctl_names
                vmctl status 2>/dev/null | awk 'NR > 1 { print $NF }'
            end
            """;
}
