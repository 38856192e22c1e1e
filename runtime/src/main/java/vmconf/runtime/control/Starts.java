package vmconf.runtime.control;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import vmconf.plan.Owner;
import vmconf.plan.Plan;
import vmconf.plan.PlanException;
import vmconf.plan.Vm;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Supplied;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.StartOptions;
import vmconf.runtime.supervise.Answer;
import vmconf.runtime.supervise.Guest;
import vmconf.runtime.supervise.OneBoot;
import vmconf.runtime.supervise.Registry;
import vmconf.runtime.supervise.Supervisor;

/// Starts VMs that exist, and those that are made for their start (`vmd-runtime` sections 5, 7 and
/// 10).
///
/// @param seed decides MAC addresses
record Starts(Registry registry, String seed, Log log) {
    CompletionStage<Reply> start(String name, StartOptions options, Peer peer) {
        Optional<Supervisor> known = registry.find(name);
        if (known.isPresent()) {
            return existing(known.get(), options, peer);
        }
        return options.isEmpty()
                ? Replies.done(Replies.unknown(name, registry))
                : made(name, options, peer);
    }

    private CompletionStage<Reply> existing(Supervisor vm, StartOptions options, Peer peer) {
        if (!peer.mayControl(vm.vm().owner())) {
            return Replies.done(Replies.NOT_PERMITTED);
        }
        if (!options.isForOneBoot()) {
            return Replies.done(Replies.IN_PROGRESS);
        }
        Supplied supplied = supplied(options, peer);
        return vm.start(new OneBoot(options.kernel(), supplied))
                .thenApply(answer -> reply(vm, answer));
    }

    private CompletionStage<Reply> made(String name, StartOptions options, Peer peer) {
        Optional<Supervisor> parent = options.template().flatMap(registry::find);
        if (options.template().isPresent() && parent.isEmpty()) {
            return Replies.done(failed("invalid template"));
        }
        if (parent.isEmpty() && !peer.mayDoAll()) {
            return Replies.done(Replies.NOT_PERMITTED);
        }
        Optional<String> denied =
                parent.flatMap(each -> new InstanceRights(each.vm(), peer).refusal(options));
        if (denied.isPresent()) {
            String line = "vm \"%s\" %s".formatted(name, denied.get());
            log.warn(line);
            return Replies.done(failed(line));
        }
        NewVm made = newVm(parent.map(Supervisor::vm), peer);
        Optional<String> refusal = made.refusal(name, options);
        return refusal.isPresent()
                ? Replies.done(failed(refusal.get()))
                : introduce(name, options, made, supplied(options, peer));
    }

    private NewVm newVm(Optional<Vm> parent, Peer peer) {
        Plan plan = registry.generation().plan();
        Optional<Owner> parents = parent.map(Vm::owner);
        Owner owner =
                parents.filter(_ -> peer.mayDoAll())
                        .orElseGet(() -> new Owner(peer.user(), parents.flatMap(Owner::group)));
        return new NewVm(plan, parent, owner, seed);
    }

    /// What a user named he must be able to open himself. Root, and the user whom the daemon runs
    /// as, can open what the daemon can.
    private static Supplied supplied(StartOptions options, Peer peer) {
        if (peer.mayDoAll()) {
            return Supplied.NONE;
        }
        Set<String> paths = new HashSet<>();
        options.disks().forEach(disk -> paths.add(disk.path()));
        options.kernel().ifPresent(paths::add);
        options.cdrom().ifPresent(paths::add);
        return new Supplied(Optional.of(new PeerRights(peer)), paths);
    }

    private CompletionStage<Reply> introduce(
            String name, StartOptions options, NewVm made, Supplied supplied) {
        return registry.introduce(
                        name,
                        id -> vm(made, id, name, options),
                        new OneBoot(Optional.empty(), supplied))
                .thenCompose(
                        introduced ->
                                introduced
                                        .map(each -> answered(each))
                                        .orElseGet(() -> Replies.done(Replies.IN_PROGRESS)))
                .exceptionally(e -> failed(reason(e)));
    }

    private static CompletionStage<Reply> answered(Registry.Introduced introduced) {
        return introduced.answer().thenApply(answer -> reply(introduced.supervisor(), answer));
    }

    private static Vm vm(NewVm made, int id, String name, StartOptions options) {
        try {
            return made.make(id, name, options);
        } catch (PlanException e) {
            throw new CompletionException(e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof PlanException plan
                ? String.valueOf(plan.getMessage())
                : "internal error: " + cause;
    }

    /// What became of a start.
    private static Reply reply(Supervisor supervisor, Answer answer) {
        return switch (answer) {
            case Answer.Started() ->
                    new Reply.Started(
                            supervisor.vm().id(),
                            supervisor.status().guest().map(Guest::tty).orElse("-"),
                            supervisor.links(supervisor.status().vm()));
            case Answer.StartFailed(String reason) -> failed(reason);
            case Answer.Failed(String reason) -> failed(reason);
            case Answer.Refused(Answer.Refusal refusal) ->
                    switch (refusal) {
                        case ALREADY_RUNNING, ALREADY_STOPPING -> Replies.IN_PROGRESS;
                        case BEING_SENT -> failed("it is being sent");
                        case NOT_RUNNING -> failed("it is not there any more");
                    };
            case Answer.Requested _, Answer.Terminated _, Answer.Paused _, Answer.Unpaused _ ->
                    failed("stopped while it was starting");
            case Answer.Saved _ -> failed("stopped while it was starting");
        };
    }

    private static Reply failed(String reason) {
        return new Reply.Failed(Fault.START_FAILED, reason);
    }
}
