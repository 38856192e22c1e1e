package vmconf.runtime.control;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import vmconf.plan.PlanException;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;
import vmconf.runtime.supervise.Answer;
import vmconf.runtime.supervise.Arrival;
import vmconf.runtime.supervise.Guest;
import vmconf.runtime.supervise.Parting;
import vmconf.runtime.supervise.Registry;
import vmconf.runtime.supervise.Supervisor;
import vmconf.runtime.transfer.Incoming;
import vmconf.runtime.transfer.Outgoing;
import vmconf.runtime.transfer.Packing;

/// Connections that become the way of a guest's state.
final class TransferTurn {
    /// How long nothing may move: a guest stands still meanwhile.
    private static final Duration IDLE =
            Duration.ofMillis(Long.getLong("vmd.transfer-idle-ms", 60_000));

    private TransferTurn() {}

    static Reply taken(String name) {
        return new Reply.Failed(
                Fault.IN_PROGRESS, "vm \"%s\" runs here; give another name".formatted(name));
    }

    static Turn send(Registry registry, Request.Send send) {
        Packing packing = send.compressed() ? Packing.GZIP : Packing.NONE;
        return (channel, _) -> {
            try (Outgoing client = new Outgoing(channel, packing, IDLE)) {
                Optional<Supervisor> vm = registry.find(send.vm());
                if (vm.isEmpty()) {
                    client.failed("it is not there any more");
                } else {
                    Parting parting = send.stays() ? Parting.STAYS : Parting.LEAVES;
                    Answer answer = vm.get().send(parting, client).toCompletableFuture().join();
                    tell(client, vm.get(), answer);
                }
            }
        };
    }

    private static void tell(Outgoing client, Supervisor vm, Answer answer) throws IOException {
        switch (answer) {
            case Answer.Terminated _, Answer.Saved _ -> client.done("" + vm.vm().id());
            case Answer.Failed(String reason) -> client.failed(reason);
            case Answer.StartFailed(String reason) -> client.failed(reason);
            case Answer.Refused(Answer.Refusal refusal) ->
                    client.failed(
                            switch (refusal) {
                                case BEING_SENT -> "it is being sent";
                                case ALREADY_RUNNING, ALREADY_STOPPING -> "it is being stopped";
                                case NOT_RUNNING -> "it does not run any more";
                            });
            case Answer.Started _, Answer.Requested _, Answer.Paused _, Answer.Unpaused _ ->
                    client.failed("no answer");
        }
    }

    static Turn receive(Registry registry, Request.Receive receive) {
        return (channel, early) -> {
            try (Incoming client = new Incoming(channel, early, IDLE)) {
                try {
                    Arrival arrival = client.arrival(receive.anyDisks());
                    String name = receive.name().orElse(arrival.portrait().vm().name());
                    Optional<Registry.Introduced> received =
                            registry.receive(name, arrival).toCompletableFuture().join();
                    if (received.isPresent()) {
                        tell(client, received.get());
                    } else {
                        client.failed("vm \"%s\" runs here; give another name".formatted(name));
                    }
                } catch (CompletionException e) {
                    client.failed(
                            e.getCause() instanceof PlanException plan
                                    ? String.valueOf(plan.getMessage())
                                    : "internal error: " + e.getCause());
                } catch (IOException e) {
                    client.failed("the state cannot be used: " + e.getMessage());
                }
            }
        };
    }

    private static void tell(Incoming client, Registry.Introduced received) throws IOException {
        Supervisor vm = received.supervisor();
        switch (received.answer().toCompletableFuture().join()) {
            case Answer.Started _ ->
                    client.done(
                            "%d %s"
                                    .formatted(
                                            vm.vm().id(),
                                            vm.status().guest().map(Guest::tty).orElse("-")));
            case Answer.StartFailed(String reason) -> client.failed(reason);
            case Answer.Failed(String reason) -> client.failed(reason);
            case Answer.Refused _ -> client.failed("it runs already");
            case Answer.Requested _, Answer.Terminated _, Answer.Paused _, Answer.Unpaused _ ->
                    client.failed("stopped while it was received");
            case Answer.Saved _ -> client.failed("stopped while it was received");
        }
    }
}
