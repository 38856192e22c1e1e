package vmconf.runtime.control;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import vmconf.plan.Plan;
import vmconf.plan.PlanException;
import vmconf.plan.diff.DiffJson;
import vmconf.plan.diff.DiffText;
import vmconf.plan.diff.PlanDiff;
import vmconf.runtime.host.Log;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.GenerationView;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;
import vmconf.runtime.supervise.Registry;
import vmconf.runtime.supervise.Supervisor;
import vmconf.runtime.supervise.VmStatus;

/// Carries out what only root may ask: changes of the configuration, and of the daemon itself.
record RootDesk(
        Registry registry, Configuration configuration, Consumer<Boolean> terminate, Log log) {

    CompletionStage<Reply> carryOut(Request.OfRoot<?> request) {
        return switch (request) {
            case Request.Reload(boolean dryRun) -> reload(dryRun);
            case Request.Load(String file) -> load(file);
            case Request.Reset(boolean vms, boolean switches) ->
                    changed(registry.reset(vms, switches));
            case Request.History() -> Replies.done(history());
            case Request.Restore(int generation, boolean dryRun) -> restore(generation, dryRun);
            case Request.Log(boolean verbose) -> {
                log.beVerbose(verbose);
                yield Replies.done(new Reply.Done());
            }
            case Request.Terminate(boolean guests) -> {
                terminate.accept(guests);
                yield Replies.done(new Reply.Done());
            }
            case Request.Send(String vm, _, _) -> Replies.done(sendable(vm));
            case Request.Receive(Optional<String> name, _) -> Replies.done(receivable(name));
        };
    }

    /// What comes of it is said over the connection, later.
    private Reply sendable(String vm) {
        Optional<Supervisor> found = registry.find(vm);
        if (found.isEmpty()) {
            return Replies.unknown(vm, registry);
        }
        return switch (found.get().status().phase()) {
            case RUNNING, PAUSED -> new Reply.Handled(found.get().vm().id());
            case SENDING -> new Reply.Failed(Fault.IN_PROGRESS, "it is being sent");
            case STOPPING -> Replies.IN_PROGRESS;
            case STOPPED, WAITING, STARTING ->
                    new Reply.Failed(Fault.NOT_RUNNING, "it does not run");
        };
    }

    private Reply receivable(Optional<String> name) {
        if (name.isPresent() && !name.get().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
            return new Reply.Failed(Fault.REFUSED, "invalid VM name");
        }
        boolean taken =
                name.flatMap(registry::find)
                        .filter(each -> each.status().phase() != VmStatus.Phase.STOPPED)
                        .isPresent();
        return taken ? TransferTurn.taken(name.orElse("")) : new Reply.Done();
    }

    private CompletionStage<Reply> reload(boolean dryRun) {
        return switch (configuration.own()) {
            case Configuration.Outcome.Refused(String report, Optional<String> json) ->
                    refused(report, json);
            case Configuration.Outcome.Read(Plan plan) -> take(plan, dryRun);
        };
    }

    private CompletionStage<Reply> take(Plan plan, boolean dryRun) {
        return dryRun ? Replies.done(preview(plan)) : changed(registry.reload(plan));
    }

    private Reply history() {
        return new Reply.Generations(
                registry.history().stream()
                        .map(each -> new GenerationView(each.number(), each.since(), each.change()))
                        .toList());
    }

    private CompletionStage<Reply> restore(int generation, boolean dryRun) {
        try {
            Optional<Plan> plan = registry.plan(generation);
            return plan.isPresent()
                    ? take(plan.get(), dryRun)
                    : refused("generation %d is not kept".formatted(generation), Optional.empty());
        } catch (IOException e) {
            return refused(String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    private CompletionStage<Reply> load(String file) {
        Path path;
        try {
            path = Path.of(file);
        } catch (InvalidPathException e) {
            return refused("cannot load " + file + ": not a path", Optional.empty());
        }
        if (!path.isAbsolute()) {
            return refused("cannot load " + file + ": not an absolute path", Optional.empty());
        }
        return switch (configuration.of(path)) {
            case Configuration.Outcome.Refused(String report, Optional<String> json) ->
                    refused(report, json);
            case Configuration.Outcome.Read(Plan plan) -> changed(registry.load(plan));
        };
    }

    private Reply preview(Plan plan) {
        try {
            return reply(registry.generation().number(), registry.preview(plan), List.of());
        } catch (PlanException e) {
            return new Reply.Failed(Fault.REFUSED, String.valueOf(e.getMessage()));
        }
    }

    private CompletionStage<Reply> changed(CompletionStage<Registry.Changed> change) {
        return change.<Reply>thenApply(
                        each -> {
                            int number = each.generation().number();
                            return reply(number, each.diff(), unsettled());
                        })
                .exceptionally(e -> new Reply.Failed(Fault.REFUSED, reason(e)));
    }

    private List<String> unsettled() {
        return registry.statuses().stream()
                .flatMap(
                        each -> each.unsettled().stream().map(why -> each.vm().name() + ": " + why))
                .toList();
    }

    private static Reply reply(int generation, PlanDiff diff, List<String> unsettled) {
        return new Reply.Changed(
                generation, DiffText.of(diff, false, false), DiffJson.of(diff), unsettled);
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof PlanException plan
                ? String.valueOf(plan.getMessage())
                : "internal error: " + cause;
    }

    private CompletionStage<Reply> refused(String report, Optional<String> json) {
        report.lines().forEach(log::warn);
        return Replies.done(new Reply.Failed(Fault.REFUSED, report, json));
    }
}
