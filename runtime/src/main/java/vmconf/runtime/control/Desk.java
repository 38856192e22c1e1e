package vmconf.runtime.control;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.Finding;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Supplied;
import vmconf.runtime.metrics.Metrics;
import vmconf.runtime.protocol.Exchange;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.Method;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;
import vmconf.runtime.protocol.StartOptions;
import vmconf.runtime.supervise.Answer;
import vmconf.runtime.supervise.Chronicle;
import vmconf.runtime.supervise.Guest;
import vmconf.runtime.supervise.Manner;
import vmconf.runtime.supervise.Registry;
import vmconf.runtime.supervise.Supervisor;
import vmconf.runtime.supervise.VmStatus;

/// Carries out requests, for peers that may make them.
///
/// @param terminate ends the daemon; told whether guests are stopped first
record Desk(
        Registry registry,
        Accounts accounts,
        Configuration configuration,
        Consumer<Boolean> terminate,
        Log log) {
    private static final Set<VmStatus.Phase> IDLE =
            EnumSet.of(VmStatus.Phase.STOPPED, VmStatus.Phase.WAITING);

    CompletionStage<Reply> handle(Request<?> request, Peer peer) {
        return switch (request) {
            case Request.Ping() ->
                    Replies.done(new Reply.Pong(ProcessHandle.current().pid(), Exchange.VERSION));
            case Request.Status(Optional<String> vm) -> Replies.done(status(vm));
            case Request.Show(String vm) -> Replies.done(shown(vm));
            case Request.Start(String vm, StartOptions options) ->
                    logged(
                            request,
                            peer,
                            new Starts(registry, configuration.seed(), log)
                                    .start(vm, options, peer));
            case Request.Stop(String vm, boolean force, boolean untilEnd) -> {
                Manner manner = force ? Manner.FORCED : Manner.GRACEFUL;
                yield asked(request, vm, peer, each -> each.stop(manner, untilEnd), Replies::ended);
            }
            case Request.Wait(String vm) ->
                    asked(request, vm, peer, Supervisor::awaitEnd, Replies::ended);
            case Request.Attach(String vm, boolean readOnly) ->
                    permitted(
                            request,
                            vm,
                            peer,
                            each -> Replies.done(Replies.attached(each, readOnly)));
            case Request.Break(String vm) ->
                    asked(request, vm, peer, Supervisor::sendBreak, Replies::pressed);
            case Request.Pause(String vm) ->
                    asked(request, vm, peer, Supervisor::pause, Replies::paused);
            case Request.Unpause(String vm) ->
                    asked(request, vm, peer, Supervisor::unpause, Replies::paused);
            case Request.Reboot(String vm) ->
                    asked(request, vm, peer, Supervisor::reset, Replies::pressed);
            case Request.Why(String vm, List<String> key) ->
                    permitted(request, vm, peer, each -> aside(() -> reasons(each, key)));
            case Request.Events _ -> Replies.done(new Reply.Done());
            case Request.Metrics() -> Replies.done(new Reply.Page(new Metrics(registry).page()));
            case Request.Settle() -> registry.settled().thenApply(_ -> new Reply.Done());
            case Request.Showcmd(String vm) ->
                    permitted(
                            request,
                            vm,
                            peer,
                            each -> Replies.done(StartViews.of(each, named(each, peer))));
            case Request.Doctor(List<String> vms) ->
                    permitted(request, vms, peer, each -> aside(() -> examined(each, peer)));
            case Request.Drift(List<String> vms) ->
                    permitted(request, vms, peer, each -> aside(() -> drifted(each, vms, peer)));
            case Request.OfRoot<?> root -> forRoot(root, peer);
        };
    }

    private Reply reasons(Supervisor vm, List<String> key) {
        return new Reasons(registry, configuration).of(vm.status(), key);
    }

    /// @param named when empty, all that he may control
    private Reply drifted(List<Supervisor> vms, List<String> named, Peer peer) {
        boolean root = peer.mayDoAll();
        boolean all = root && named.isEmpty();
        return new Drifts(registry, configuration, vms, all, root).reply();
    }

    private CompletionStage<Reply> forRoot(Request.OfRoot<?> request, Peer peer) {
        if (!peer.mayDoAll()) {
            return denied(request, peer);
        }
        return new RootDesk(registry, configuration, terminate, log).carryOut(request);
    }

    Chronicle chronicle() {
        return registry.chronicle();
    }

    /// The guest whose console an accepted `attach` means; it may have gone since.
    Optional<Guest> guest(String vm) {
        return registry.find(vm).flatMap(each -> each.status().guest());
    }

    /// What an accepted `send` makes of its connection.
    Turn sending(Request.Send send) {
        return TransferTurn.send(registry, send);
    }

    /// What an accepted `receive` makes of its connection.
    Turn receiving(Request.Receive receive) {
        return TransferTurn.receive(registry, receive);
    }

    private interface Work {
        CompletionStage<Reply> on(Supervisor supervisor);
    }

    private CompletionStage<Reply> denied(Request<?> request, Peer peer) {
        noteDenied(request, peer);
        return Replies.done(Replies.NOT_PERMITTED);
    }

    private void noteDenied(Request<?> request, Peer peer) {
        String method = Method.of(request).word();
        log.warn("denied request %s from uid %d".formatted(method, peer.number()));
    }

    private CompletionStage<Reply> permitted(Request<?> request, String vm, Peer peer, Work work) {
        Optional<Supervisor> found = registry.find(vm);
        if (found.isEmpty()) {
            return Replies.done(Replies.unknown(vm, registry));
        }
        if (!peer.mayControl(found.get().vm().owner())) {
            return denied(request, peer);
        }
        return work.on(found.get());
    }

    /// What a VM is asked for, and what becomes of its answer.
    private CompletionStage<Reply> asked(
            Request<?> request,
            String vm,
            Peer peer,
            Function<Supervisor, CompletionStage<Answer>> question,
            BiFunction<Supervisor, Answer, Reply> reply) {
        return permitted(
                request,
                vm,
                peer,
                each -> question.apply(each).thenApply(answer -> reply.apply(each, answer)));
    }

    /// The files of a VM that no file has are whatever their names lead to now.
    private Supplied named(Supervisor vm, Peer peer) {
        boolean configured = registry.generation().plan().vmNamed(vm.vm().name()).isPresent();
        return configured ? Supplied.NONE : PeerRights.onKernel(vm.vm(), peer);
    }

    private interface WorkOnAll {
        CompletionStage<Reply> on(List<Supervisor> supervisors);
    }

    /// On VMs that all are the peer's to control.
    ///
    /// @param vms when empty, all those
    private CompletionStage<Reply> permitted(
            Request<?> request, List<String> vms, Peer peer, WorkOnAll work) {
        if (vms.isEmpty()) {
            return work.on(
                    registry.all().filter(each -> peer.mayControl(each.vm().owner())).toList());
        }
        return vms.stream()
                .map(vm -> permitted(request, vm, peer, _ -> Replies.done(new Reply.Done())))
                .filter(each -> each.toCompletableFuture().join() instanceof Reply.Failed)
                .findFirst()
                .orElseGet(
                        () ->
                                work.on(
                                        vms.stream()
                                                .map(registry::find)
                                                .flatMap(Optional::stream)
                                                .toList()));
    }

    /// What takes its time does not hold up what the client asks meanwhile.
    private static CompletionStage<Reply> aside(Supplier<Reply> work) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("examination")
                .start(
                        () -> {
                            try {
                                reply.complete(work.get());
                            } catch (RuntimeException e) {
                                reply.complete(
                                        new Reply.Failed(Fault.FAILED, "internal error: " + e));
                            }
                        });
        return reply;
    }

    private Reply examined(List<Supervisor> supervisors, Peer peer) {
        Examinations examinations = new Examinations(registry.examination());
        if (peer.mayDoAll()
                && configuration.own() instanceof Configuration.Outcome.Refused(String report, _)) {
            String first = report.lines().findFirst().orElse("");
            examinations.add(
                    Finding.warning(
                            "configuration",
                            "the file would not be taken: " + first,
                            "vmctl reload --dry-run shows all that is wrong"));
        }
        supervisors.forEach(
                each ->
                        examinations.add(
                                each.vm(), each.taps(), !IDLE.contains(each.status().phase())));
        return examinations.reply();
    }

    private Reply status(Optional<String> vm) {
        if (vm.isPresent() && registry.find(vm.get()).isEmpty()) {
            return Replies.unknown(vm.get(), registry);
        }
        List<VmStatus> wanted =
                vm.flatMap(registry::find)
                        .map(each -> List.of(each.status()))
                        .orElseGet(registry::statuses);
        return new Reply.Vms(wanted.stream().map(new Views(accounts)::vm).toList());
    }

    private Reply shown(String vm) {
        return registry.find(vm).map(this::machine).orElseGet(() -> Replies.unknown(vm, registry));
    }

    private Reply machine(Supervisor supervisor) {
        VmStatus status = supervisor.status();
        return new Reply.Machine(
                new Views(accounts).vm(status),
                Views.machine(status, supervisor.links(status.vm())));
    }

    private CompletionStage<Reply> logged(
            Request<?> request, Peer peer, CompletionStage<Reply> reply) {
        return reply.whenComplete(
                (done, _) -> {
                    if (done instanceof Reply.Failed(Fault fault, _, _)
                            && fault == Fault.NOT_PERMITTED) {
                        noteDenied(request, peer);
                    }
                });
    }
}
