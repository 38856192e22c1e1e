package vmconf.compiler.graph;

import java.util.List;
import java.util.stream.Stream;
import vmconf.plan.Vm;

/// A VM and all that are made from it: its instances, theirs and so on, in file order.
record Family(Vm head, List<Vm> instances) {
    Family {
        instances = List.copyOf(instances);
    }

    Stream<Vm> members() {
        return Stream.concat(Stream.of(head), instances.stream());
    }
}
