package vmconf.runtime.protocol;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a daemon sends, a client is given whole replies to what it asked, or refusals.
class RepliesFuzzTest {
    @BeforeAll
    static void demandSilence() {
        NothingLogged.demand();
    }

    static Stream<Arguments> seeds() {
        return Messages.ofDaemons();
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "protocol.dict")
    @FuzzTest(maxDuration = "10m")
    void hear(byte[] said) throws IOException {
        List<String> sent = new ArrayList<>();
        List<Announcement> announced = new ArrayList<>();
        Exchange client = Exchange.ofClient(sent::add, announced::add);
        CompletableFuture<Reply.Pong> pong = client.ask(new Request.Ping());
        CompletableFuture<Reply.Vms> vms = client.ask(new Request.Status(Optional.empty()));
        List<CompletableFuture<? extends Reply>> others =
                List.of(
                        client.ask(new Request.Start("web", StartOptions.NONE)),
                        client.ask(new Request.Stop("web", true, true)),
                        client.ask(new Request.Reload(true)),
                        client.ask(new Request.Log(true)));
        int asked = sent.size();
        Heard heard = Heard.by(client, said, Exchange.LONGEST_REPLY);
        if (sent.size() > asked + heard.lines()) {
            throw new AssertionError("more answers than lines");
        }
        if (vms.isDone() && !vms.isCompletedExceptionally()) {
            for (VmView vm : vms.join().vms()) {
                if (line(vm).isBlank()) {
                    throw new AssertionError("a VM without anything");
                }
            }
        }
        for (Announcement each : announced) {
            if ((each.at() + each.kind() + each.vm().orElse("-") + each.text()).isBlank()) {
                throw new AssertionError("an event of nothing");
            }
        }
        look(pong);
        look(vms);
        others.forEach(RepliesFuzzTest::look);
    }

    /// Looks at all that a VM's view holds.
    private static String line(VmView vm) {
        return String.join(
                " ",
                vm.name(),
                vm.state(),
                vm.owner(),
                vm.tty().orElse("-"),
                vm.trouble().orElse("-"),
                Long.toString(vm.pid().orElse(0L) + vm.curmem().orElse(0L) + vm.maxmem()),
                vm.since().map(Instant::toString).orElse("-"),
                vm.lastExit().map(exit -> exit.at() + exit.text()).orElse("-"));
    }

    private static void look(CompletableFuture<? extends Reply> answer) {
        if (!answer.isDone()) {
            return;
        }
        try {
            if (answer.join() instanceof Reply.Failed) {
                throw new AssertionError("a refusal comes as a result");
            }
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof RefusedException)) {
                throw new AssertionError("fails in a way of its own", e);
            }
        }
    }
}
