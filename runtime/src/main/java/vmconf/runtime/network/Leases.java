package vmconf.runtime.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vmconf.plan.machine.Attachment;

/// Everything of the host's network that one VM holds, in the order of its interfaces.
///
/// Used by one thread at a time. What was taken last is given back first, each thing once.
public final class Leases implements AutoCloseable {
    /// Gives one thing back. Must not throw: what cannot be undone is logged by whoever tried.
    @FunctionalInterface
    interface Undo {
        void run();
    }

    private final List<Attachment> attachments = new ArrayList<>();
    private final List<TapLease> taps = new CopyOnWriteArrayList<>();
    private final List<Domains.Step> opening = new ArrayList<>();
    private final Deque<Undo> undo = new ArrayDeque<>();

    /// No interfaces at all.
    public static Leases none() {
        return new Leases();
    }

    public static Leases of(List<Attachment> attachments, Runnable close) {
        Leases leases = new Leases();
        attachments.forEach(leases::attach);
        leases.onClose(close::run);
        return leases;
    }

    public List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    void attach(Attachment attachment) {
        attachments.add(attachment);
    }

    void hold(TapLease tap) {
        taps.add(tap);
    }

    /// In the order of the interfaces. May be asked by any thread.
    List<TapLease> taps() {
        return taps;
    }

    /// Something that waits until the hypervisor has opened the devices.
    void onOpened(Domains.Step step) {
        opening.add(step);
    }

    /// The hypervisor has opened its devices, and the guest has not executed anything: does what
    /// waits for that.
    public void opened() throws NetworkException {
        for (Domains.Step step : opening) {
            step.run();
        }
        opening.clear();
    }

    void onClose(Undo step) {
        undo.push(step);
    }

    /// What is held is not here any more: closing gives nothing back.
    void forget() {
        undo.clear();
    }

    @Override
    public void close() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
