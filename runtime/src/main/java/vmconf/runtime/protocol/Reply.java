package vmconf.runtime.protocol;

import java.util.List;
import java.util.Optional;

/// What a client is answered.
public sealed interface Reply {
    /// @param pid of the daemon
    /// @param protocol the version of the protocol it speaks
    record Pong(long pid, int protocol) implements Reply {}

    record Vms(List<VmView> vms) implements Reply {
        public Vms {
            vms = List.copyOf(vms);
        }
    }

    record Machine(VmView vm, MachineView machine) implements Reply {}

    /// @param tty device of the guest's console
    /// @param links what each interface is connected to: `tap`, `user` (user-mode network) or
    /// `none`
    record Started(int id, String tty, List<String> links) implements Reply {
        public Started {
            links = List.copyOf(links);
        }
    }

    /// @param gone the guest has gone; else it has been asked to
    record Stopped(int id, boolean gone) implements Reply {}

    /// What was asked for has been done to that VM.
    record Handled(int id) implements Reply {}

    record Shown(StartView start) implements Reply {}

    /// @param findings those about the host first
    record Examined(List<FindingView> findings) implements Reply {
        public Examined {
            findings = List.copyOf(findings);
        }
    }

    record Drifted(List<DriftView> differences) implements Reply {
        public Drifted {
            differences = List.copyOf(differences);
        }
    }

    /// @param generation that holds now
    /// @param text what changed, or would, for people
    /// @param diff the same as JSON, `docs/diff.schema.json`
    /// @param unsettled what is not in effect although it needs no start, and why; a line each
    record Changed(int generation, String text, String diff, List<String> unsettled)
            implements Reply {
        public Changed {
            unsettled = List.copyOf(unsettled);
        }
    }

    /// @param generations oldest first; the last one holds
    record Generations(List<GenerationView> generations) implements Reply {
        public Generations {
            generations = List.copyOf(generations);
        }
    }

    /// @param text as it is to be shown
    record Page(String text) implements Reply {}

    /// It is done, and there is nothing to say.
    record Done() implements Reply {}

    /// @param tty device of the guest's console
    /// @param keyboard nobody else types just now, and the client may
    record Attached(int id, String tty, boolean keyboard) implements Reply {}

    /// The request is refused; an error on the wire.
    ///
    /// @param report the findings in a file that was not taken, as JSON (`docs/check.schema.json`)
    record Failed(Fault fault, String text, Optional<String> report) implements Reply {
        public Failed(Fault fault, String text) {
            this(fault, text, Optional.empty());
        }
    }
}
