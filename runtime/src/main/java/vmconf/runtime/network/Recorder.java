package vmconf.runtime.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.plan.machine.Attachment;

/// Notes what would be done, and does nothing.
final class Recorder implements Commands, Responders {
    private static final List<List<String>> MAKING =
            List.of(List.of("ip", "tuntap", "add", "dev"), List.of("ip", "link", "add", "name"));

    private final List<List<String>> commands = new ArrayList<>();
    private final List<Rehearsal.Told> answers = new ArrayList<>();
    private List<String> prefix = List.of();
    private final Set<String> made = new HashSet<>();

    @Override
    public void run(List<String> command) {
        commands.add(Stream.concat(prefix.stream(), command.stream()).toList());
        for (List<String> making : MAKING) {
            int name = making.size();
            if (command.size() > name && command.subList(0, name).equals(making)) {
                made.add(command.get(name));
            }
        }
    }

    /// Notes what a step does behind the beginning of another command, which has it done elsewhere.
    void behind(List<String> beginning, Domains.Step step) throws NetworkException {
        prefix = beginning;
        try {
            step.run();
        } finally {
            prefix = List.of();
        }
    }

    /// The same notes by somebody who may ask the host.
    Commands asking(Commands host) {
        return new Commands() {
            @Override
            public void run(List<String> command) {
                Recorder.this.run(command);
            }

            @Override
            public String ask(List<String> command) throws NetworkException {
                return host.ask(command);
            }
        };
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
