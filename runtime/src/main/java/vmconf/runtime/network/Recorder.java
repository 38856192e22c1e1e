package vmconf.runtime.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Notes what would be done, and does nothing.
final class Recorder implements Commands, Responders {
    private static final List<List<String>> MAKING =
            List.of(List.of("ip", "tuntap", "add", "dev"), List.of("ip", "link", "add", "name"));

    private final List<List<String>> commands = new ArrayList<>();
    private final List<Rehearsal.Told> answers = new ArrayList<>();
    private final Set<String> made = new HashSet<>();

    @Override
    public void run(List<String> command) {
        commands.add(command);
        for (List<String> making : MAKING) {
            int name = making.size();
            if (command.size() > name && command.subList(0, name).equals(making)) {
                made.add(command.get(name));
            }
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

    /// Links that would have been made so far.
    Set<String> made() {
        return made;
    }

    Rehearsal of(List<Attachment> attachments) {
        return new Rehearsal(commands, attachments, answers);
    }
}
