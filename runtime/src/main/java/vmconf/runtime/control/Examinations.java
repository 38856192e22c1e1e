package vmconf.runtime.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;
import vmconf.runtime.host.Finding;
import vmconf.runtime.protocol.FindingView;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.supervise.Examination;
import vmconf.runtime.supervise.Examination.Depth;

/// Examines the host and VMs for a client.
public final class Examinations {
    /// A trial takes a good part of a second.
    private static final int MOST_TRIALS = 64;

    private final Examination examination;
    private final List<FindingView> views = new ArrayList<>();
    private int trials;

    /// Begins with the host.
    public Examinations(Examination examination) {
        this.examination = examination;
        examination.host().forEach(each -> add(Optional.empty(), each));
    }

    /// Notes something that holds for all VMs.
    public void add(Finding finding) {
        add(Optional.empty(), finding);
    }

    private void add(Optional<String> vm, Finding finding) {
        views.add(
                new FindingView(
                        vm,
                        finding.check(),
                        finding.verdict().word(),
                        finding.text(),
                        finding.fix()));
    }

    /// Examines a VM.
    ///
    /// @param own devices that it has now
    /// @param runs its guest runs
    public void add(Vm vm, List<String> own, boolean runs) {
        Optional<String> name = Optional.of(vm.name());
        boolean tried = !runs && trials < MOST_TRIALS;
        trials += tried ? 1 : 0;
        Depth depth = runs ? Depth.RUNS : tried ? Depth.TRY : Depth.LOOK;
        examination.of(vm, own, depth).forEach(each -> add(name, each));
        if (depth == Depth.LOOK) {
            add(name, Finding.note("qemu", "not tried, there are many; name the vm to try it"));
        }
    }

    public Reply.Examined reply() {
        return new Reply.Examined(views);
    }
}
