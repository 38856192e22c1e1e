package vmconf.runtime.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Notes what would be done, and does nothing.
final class Recorder implements Commands, Responders {
    private static final List<String> MAKE_TAP = List.of("ip", "tuntap", "add", "dev");

    private final List<List<String>> commands = new ArrayList<>();
    private final List<Rehearsal.Told> answers = new ArrayList<>();
    private final Set<String> taps = new HashSet<>();

    @Override
    public void run(List<String> command) {
        commands.add(command);
        if (command.size() > MAKE_TAP.size()
                && command.subList(0, MAKE_TAP.size()).equals(MAKE_TAP)) {
            taps.add(command.get(MAKE_TAP.size()));
        }
    }

    /// There is nothing yet.
    @Override
    public String ask(List<String> command) {
        return "";
    }

    @Override
    public Answerer start(int index, String tap, Offer offer) {
        answers.add(new Rehearsal.Told(index, false, offer.mac(), offer.answer()));
        return new Answerer() {
            @Override
            public boolean isAnswering() {
                return false;
            }

            @Override
            public void close() {}
        };
    }

    /// Those that would have been made so far.
    Set<String> taps() {
        return taps;
    }

    Rehearsal of(List<Attachment> attachments) {
        return new Rehearsal(commands, attachments, answers);
    }
}
