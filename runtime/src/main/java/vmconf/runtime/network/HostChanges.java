package vmconf.runtime.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What this daemon, or one before it, has changed on the host for all guests and has to undo. Each
/// is noted before it is made, and forgotten when it is undone. May be used by any thread.
final class HostChanges {
    private final HostNotes notes;
    private Optional<Set<String>> known = Optional.empty();

    HostChanges(HostNotes notes) {
        this.notes = notes;
    }

    /// @param kind in one word, e.g. `bridge`
    /// @return what follows that word
    synchronized List<String> of(String kind) throws NetworkException {
        List<String> found = new ArrayList<>();
        for (String each : known()) {
            if (each.startsWith(kind + " ")) {
                found.add(each.substring(kind.length() + 1));
            }
        }
        return found;
    }

    synchronized void note(String kind, String what) throws NetworkException {
        if (known().add(kind + " " + what)) {
            write();
        }
    }

    synchronized void forget(String kind, String what) throws NetworkException {
        if (known().remove(kind + " " + what)) {
            write();
        }
    }

    private Set<String> known() throws NetworkException {
        if (known.isEmpty()) {
            try {
                known = Optional.of(new LinkedHashSet<>(notes.read()));
            } catch (IOException e) {
                throw failed(e);
            }
        }
        return known.get();
    }

    private void write() throws NetworkException {
        try {
            notes.write(List.copyOf(known()));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static NetworkException failed(IOException e) {
        return new NetworkException("notes of the host's changes: " + e.getMessage());
    }
}
