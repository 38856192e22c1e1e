package vmconf.runtime.vmctl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The commands of vmctl, in the order of their abbreviations' table.
enum Verb {
    COMPLETION("bash | fish | zsh"),
    CONSOLE("[--read-only] id"),
    CREATE("[-b base | -i disk] [-s size] disk"),
    DOCTOR("[-f file] [id ...]"),
    DRIFT("[id ...]"),
    DUMP("[-z] id -f file"),
    EVENTS("[-n count]"),
    HISTORY("[[-r] generation]"),
    LOAD("[-f] filename"),
    LOG("brief | verbose"),
    METRICS(""),
    PAUSE("id"),
    RECEIVE("[-f] name"),
    RELOAD("[--dry-run]"),
    RESET("[all | switches | vms | id]"),
    SEND("[-z] id"),
    SHOW("[-r] [id]"),
    SHOWCMD("id"),
    START(
            "[-cL] [-B device] [-b path] [-d disk] [-i count] [-m size] [-n switch]\n"
                    + "\t\t[-p count] [-r path] [-t name] id | name"),
    STATUS("[-r] [id]"),
    STOP("[-fw] [id | -a]"),
    TERMINATE("[--keep]"),
    UNPAUSE("id"),
    WAIT("[id]"),
    WHY("id [key]"),
    ;

    private final String synopsis;

    Verb(String synopsis) {
        this.synopsis = synopsis;
    }

    /// Whether its answer can be had as JSON (`--json`); else it is a stream of its own.
    boolean hasJson() {
        return switch (this) {
            case COMPLETION, CONSOLE, METRICS, SEND -> false;
            case CREATE, DUMP, RECEIVE -> true;
            case EVENTS, HISTORY, LOAD, LOG, PAUSE, RELOAD, RESET, SHOW, START, STATUS -> true;
            case STOP, TERMINATE, UNPAUSE, WAIT -> true;
            case SHOWCMD, DOCTOR, DRIFT, WHY -> true;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String usage() {
        return "usage:\tvmctl [-v] " + (word() + " " + synopsis).strip();
    }

    /// The commands that a text may mean; one when it is unambiguous. A whole word means itself,
    /// and the words of OpenBSD's vmctl can be shortened as they can be there, whatever is new
    /// here.
    static List<Verb> startingWith(String text) {
        List<Verb> all =
                Arrays.stream(values()).filter(verb -> verb.word().startsWith(text)).toList();
        Optional<Verb> whole = all.stream().filter(verb -> verb.word().equals(text)).findFirst();
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        List<Verb> old = all.stream().filter(verb -> !verb.isNew()).toList();
        return old.isEmpty() ? all : old;
    }

    /// Not a command of OpenBSD's vmctl.
    private boolean isNew() {
        return switch (this) {
            case COMPLETION, DOCTOR, DRIFT, DUMP, EVENTS, HISTORY, METRICS -> true;
            case SHOWCMD, TERMINATE, WHY -> true;
            case CONSOLE, CREATE, LOAD, LOG, PAUSE, RECEIVE, RELOAD, RESET, SEND -> false;
            case SHOW, START, STATUS, STOP, UNPAUSE, WAIT -> false;
        };
    }
}
