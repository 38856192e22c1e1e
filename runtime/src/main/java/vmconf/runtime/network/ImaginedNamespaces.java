package vmconf.runtime.network;

import java.util.List;
import java.util.Optional;

/// Network namespaces that are taken to be there, and what would be done within.
record ImaginedNamespaces(Recorder recorder, Domains host) implements Domains {
    @Override
    public Optional<String> refusal() {
        return host.refusal();
    }

    @Override
    public boolean isThere(int number) {
        return host.isThere(number);
    }

    @Override
    public void make(int number) {}

    @Override
    public void keepOnly(List<Integer> numbers) {}

    @Override
    public boolean isElsewhere(int number) {
        return true;
    }

    @Override
    public Optional<String> device(int number) {
        return Optional.empty();
    }

    @Override
    public void move(String link, int number) throws NetworkException {
        NetworkNamespaces.move(recorder, link, number);
    }

    @Override
    public void in(int number, Step step) throws NetworkException {
        recorder.behind(List.of("ip", "netns", "exec", Domains.name(number)), step);
    }

    @Override
    public Domains on(Recorder other, Links imagined) {
        return new ImaginedNamespaces(other, host);
    }
}
