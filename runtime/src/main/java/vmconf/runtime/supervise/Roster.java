package vmconf.runtime.supervise;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The supervisors of one generation. Replaced as a whole.
///
/// @param known in the order of the plan
/// @param leaving those whose VM is not in the plan, and that go when their guest has stopped
/// @param numbers of all VMs by name, also of those that have gone; no two alike
record Roster(
        Generation generation,
        Supervisors known,
        Supervisors leaving,
        Map<String, Integer> numbers) {
    private static final long LARGEST_ID = 0xffff_ffffL;

    Roster {
        numbers = Map.copyOf(numbers);
    }

    Stream<Supervisor> all() {
        return Stream.concat(known.stream(), leaving.stream().filter(Supervisor::isThere));
    }

    /// By number where the text is one of 32 bits, else by name.
    Optional<Supervisor> find(String idOrName) {
        long number = idOrName.matches("[0-9]{1,18}") ? Long.parseLong(idOrName) : -1;
        if (number < 0 || number > LARGEST_ID) {
            return named(idOrName);
        }
        return number <= Integer.MAX_VALUE ? numbered((int) number) : Optional.empty();
    }

    Optional<Supervisor> named(String name) {
        return known.named(name).or(() -> leaving.named(name).filter(Supervisor::isThere));
    }

    Optional<Supervisor> numbered(int id) {
        return known.numbered(id).or(() -> leaving.numbered(id).filter(Supervisor::isThere));
    }

    /// The number of that name, else a free one.
    ///
    /// @param wanted taken if it is free, else the first that is
    int number(String name, int wanted) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        Set<Integer> taken = new HashSet<>(numbers.values());
        return IntStream.concat(IntStream.of(wanted), IntStream.iterate(1, id -> id + 1))
                .filter(id -> !taken.contains(id))
                .findFirst()
                .orElse(wanted);
    }

    /// The same with the numbers of those only that still have a process.
    Roster withoutNumbers() {
        Map<String, Integer> left = new HashMap<>();
        all().filter(each -> each.status().guest().isPresent())
                .forEach(each -> left.put(each.vm().name(), each.vm().id()));
        return new Roster(generation, known, leaving, left);
    }

    /// The same with a guest that goes when it has stopped.
    ///
    /// @param all the numbers with the guest's
    Roster with(Supervisor guest, Map<String, Integer> all) {
        return new Roster(generation, known, leaving.with(guest), all);
    }

    Roster without(Supervisor gone) {
        return new Roster(generation, known, leaving.without(gone), numbers);
    }
}
