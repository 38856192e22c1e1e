package vmconf.runtime.control;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.NearNames;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.supervise.Answer;
import vmconf.runtime.supervise.Registry;
import vmconf.runtime.supervise.Supervisor;

/// What is replied to several requests, and what becomes of a supervisor's answer.
final class Replies {
    static final Reply IN_PROGRESS =
            new Reply.Failed(Fault.IN_PROGRESS, "Operation already in progress");
    static final Reply NOT_PERMITTED =
            new Reply.Failed(Fault.NOT_PERMITTED, "Operation not permitted");
    private static final int LONGEST_NAME = 63;

    private Replies() {}

    static CompletionStage<Reply> done(Reply reply) {
        return CompletableFuture.completedFuture(reply);
    }

    /// That there is no VM of this name, and which one may be meant.
    static Reply unknown(String vm, Registry registry) {
        List<String> names = registry.all().map(each -> each.vm().name()).toList();
        String hint = vm.length() > LONGEST_NAME ? "" : NearNames.hint(vm, names);
        return new Reply.Failed(Fault.NO_SUCH_VM, hint);
    }

    /// To what is only handed to the guest: a break, a reset.
    static Reply pressed(Supervisor supervisor, Answer answer) {
        return answer instanceof Answer.Requested
                ? new Reply.Handled(supervisor.vm().id())
                : paused(supervisor, answer);
    }

    /// To standing still and going on.
    static Reply paused(Supervisor supervisor, Answer answer) {
        int id = supervisor.vm().id();
        return switch (answer) {
            case Answer.Paused() -> new Reply.Handled(id);
            case Answer.Unpaused() -> new Reply.Handled(id);
            case Answer.Refused(Answer.Refusal refusal) -> refused(refusal);
            case Answer.Failed(String reason) -> new Reply.Failed(Fault.FAILED, reason);
            case Answer.StartFailed(String reason) -> new Reply.Failed(Fault.BUSY, reason);
            case Answer.Started _, Answer.Requested _, Answer.Terminated _, Answer.Saved _ ->
                    new Reply.Failed(Fault.BUSY, "no answer");
        };
    }

    /// To a stop, and to waiting for the end.
    static Reply ended(Supervisor supervisor, Answer answer) {
        int id = supervisor.vm().id();
        return switch (answer) {
            case Answer.Requested() -> new Reply.Stopped(id, false);
            case Answer.Terminated(), Answer.Started() -> new Reply.Stopped(id, true);
            case Answer.Refused(Answer.Refusal refusal) -> refused(refusal);
            case Answer.StartFailed(String reason) -> new Reply.Failed(Fault.BUSY, reason);
            case Answer.Failed(String reason) -> new Reply.Failed(Fault.FAILED, reason);
            case Answer.Paused _, Answer.Unpaused _, Answer.Saved _ ->
                    new Reply.Failed(Fault.BUSY, "no answer");
        };
    }

    private static Reply refused(Answer.Refusal refusal) {
        return switch (refusal) {
            case ALREADY_RUNNING, ALREADY_STOPPING -> IN_PROGRESS;
            case NOT_RUNNING -> new Reply.Failed(Fault.NOT_RUNNING, "Invalid argument");
            case BEING_SENT -> new Reply.Failed(Fault.IN_PROGRESS, "it is being sent");
        };
    }

    /// To joining the console.
    static Reply attached(Supervisor supervisor, boolean readOnly) {
        return supervisor
                .status()
                .guest()
                .<Reply>map(
                        guest ->
                                new Reply.Attached(
                                        supervisor.vm().id(),
                                        guest.tty(),
                                        !readOnly && guest.console().keyboard().isFree()))
                .orElseGet(() -> new Reply.Failed(Fault.NOT_RUNNING, "console not found"));
    }
}
