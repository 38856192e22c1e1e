package vmconf.runtime.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Places in the life of guests and of the daemon at which a test lets it be killed.
///
/// The daemon dies there at once, as by `kill -9`, if the file that the system property
/// `vmd.halt-at` names has the place's name in it. Without the property passing a mark costs one
/// comparison.
public enum Mark {
    /// nothing has been noted or taken yet
    START_ASKED,
    /// the ledger has an entry for the guest
    ENTRY_OPENED,
    /// the name of a tap is noted, the tap is not made
    TAP_NOTED,
    /// the tap is there, nothing says whose it is
    TAP_MADE,
    /// the tap has its alias
    TAP_NAMED,
    /// the tap is up, has its bridge and its addresses
    TAP_UP,
    /// every interface is connected
    LEASED,
    /// QEMU's process is there, nothing says so
    QEMU_SPAWNED,
    /// monitor and console are connected
    QEMU_CONNECTED,
    /// the process is noted, the guest has not executed anything
    QEMU_NOTED,
    /// the guest runs, nobody has heard of it
    GUEST_LET_GO,
    /// everybody has heard
    STARTED,
    /// it is noted that the guest is to power off, the button is not pressed
    STOP_NOTED,
    /// the button is pressed
    BUTTON_PRESSED,
    /// the guest is to be killed, nothing is done
    KILL_ASKED,
    /// the guest is killed, its end is not known yet
    KILLED,
    /// its end is known, everything that it had is still there
    END_HEARD,
    /// the taps are gone, the entry is there
    LEASES_RETURNED,
    /// the hypervisor's files are gone, the entry is there
    FOLDER_EMPTIED,
    /// the entry is gone, nobody has heard of the end
    ENTRY_CLOSED,
    /// it is noted that a guest's state is to be written, the guest runs
    SEND_NOTED,
    /// the guest stands still, nothing of its state is written
    SEND_PAUSED,
    /// its state is written, nobody has said that it has it
    SEND_WRITTEN,
    /// somebody has it, nothing says so
    SEND_CONFIRMED,
    /// it is noted that it is elsewhere, the guest stands still
    SEND_NOTED_LEFT,
    /// somebody wants a state to go on, nothing is noted or taken
    RECEIVE_ASKED,
    /// the ledger has an entry for it
    RECEIVE_NOTED,
    /// its state is read, the guest has not executed anything
    RECEIVE_READ,
    /// its process is noted, the guest has not executed anything
    RECEIVE_LET_IN,
    /// it runs, the note still says that it does not
    RECEIVE_LET_GO,
    /// a new plan is read and numbered
    PLAN_READ,
    /// the new state is written beside the old one
    STATE_WRITTEN,
    /// the new state is in its place, nothing follows it yet
    STATE_REPLACED,
    /// some VMs have their new definition
    VM_DEFINED,
    /// the next generation holds, what is enabled has not started
    GENERATION_CHANGED,
    /// a guest of an earlier daemon is looked at
    FOUND,
    /// its monitor answers
    FOUND_ALIVE,
    /// its network is looked after again
    FOUND_LEASED,
    /// a guest that is dead or was never let go is being tidied up after
    FOUND_DEAD,
    /// its taps are gone, its entry is there
    FOUND_DEAD_RECLAIMED,
    /// all guests are taken over, nobody can ask yet
    ALL_TAKEN_OVER,
    /// the control socket is open, what is enabled has not started
    SOCKET_OPEN,
    ;

    private static final Optional<Path> WANTED =
            Optional.ofNullable(System.getProperty("vmd.halt-at")).map(Path::of);

    private static final int KILLED_STATUS = 137;

    /// Passes the mark, or dies there.
    public void pass() {
        if (WANTED.isPresent() && wanted(WANTED.get()).equals(name())) {
            Runtime.getRuntime().halt(KILLED_STATUS);
        }
    }

    private static String wanted(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
