package vmconf.runtime.network;

import java.util.List;
import java.util.Optional;
import vmconf.runtime.network.NetworkOptions.DomainKind;

/// Routing domains of the kind that vmd was told, or else prefers, and the host's own, 0.
///
/// What a domain of the other kind an earlier daemon has left with guests in it stays that until
/// nobody uses it any more.
///
/// @param told absent: VRFs, where the kernel has them
record ChosenDomains(Domains vrfs, Domains namespaces, Optional<DomainKind> told)
        implements Domains {
    private Domains chosen() {
        return isNamespaces() ? namespaces : vrfs;
    }

    private Domains other() {
        return isNamespaces() ? vrfs : namespaces;
    }

    private boolean isNamespaces() {
        return told.filter(DomainKind.NETNS::equals).isPresent();
    }

    private Domains of(int number) {
        return other().isThere(number) ? other() : chosen();
    }

    @Override
    public Optional<String> refusal() {
        return chosen().refusal();
    }

    /// Why vmd cannot do what it was told; absent when it can, or was told nothing.
    Optional<String> refusalOfOption() {
        return told.isPresent()
                ? refusal().map(each -> "--rdomain=%s: %s".formatted(told.get().word(), each))
                : Optional.empty();
    }

    @Override
    public boolean isThere(int number) {
        return number == 0 || of(number).isThere(number);
    }

    @Override
    public void make(int number) throws NetworkException {
        if (number != 0) {
            of(number).make(number);
        }
    }

    @Override
    public void keepOnly(List<Integer> numbers) throws NetworkException {
        other().keepOnly(List.of());
        chosen().keepOnly(numbers);
    }

    @Override
    public boolean isElsewhere(int number) {
        return number != 0 && of(number).isElsewhere(number);
    }

    @Override
    public Optional<String> device(int number) {
        return number == 0 ? Optional.empty() : of(number).device(number);
    }

    @Override
    public void move(String link, int number) throws NetworkException {
        of(number).move(link, number);
    }

    @Override
    public void in(int number, Step step) throws NetworkException {
        if (number == 0) {
            step.run();
        } else {
            of(number).in(number, step);
        }
    }

    @Override
    public ChosenDomains on(Recorder recorder, Links imagined) {
        return new ChosenDomains(
                vrfs.on(recorder, imagined), namespaces.on(recorder, imagined), told);
    }
}
