package vmconf.runtime.protocol;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a client sends, a daemon is given whole requests only, and answers each line at most
/// once, with one line.
class RequestsFuzzTest {
    private static final Reply PONG = new Reply.Pong(1, Exchange.VERSION);

    @BeforeAll
    static void demandSilence() {
        NothingLogged.demand();
    }

    static Stream<Arguments> seeds() {
        return Messages.ofClients();
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "protocol.dict")
    @FuzzTest(maxDuration = "10m")
    void hear(byte[] said) throws IOException {
        List<String> answers = new ArrayList<>();
        List<CompletableFuture<Reply>> slow = new ArrayList<>();
        Exchange daemon = new Exchange(answers::add, request -> carriedOut(request, slow));
        Heard heard = Heard.by(daemon, said, Exchange.LONGEST_REQUEST);
        slow.forEach(each -> each.complete(new Reply.Stopped(1, true)));
        if (answers.size() > heard.lines()) {
            throw new AssertionError(
                    "%d answers to %d lines".formatted(answers.size(), heard.lines()));
        }
        if (heard.closed() && answers.isEmpty()) {
            throw new AssertionError("it hangs up and does not say why");
        }
        for (String answer : answers) {
            if (!answer.startsWith("{\"jsonrpc\":\"2.0\",") || answer.indexOf('\n') >= 0) {
                throw new AssertionError("no message: " + answer);
            }
        }
    }

    /// Looks at all that a request holds.
    private static CompletionStage<? extends Reply> carriedOut(
            Request<?> request, List<CompletableFuture<Reply>> slow) {
        return switch (request) {
            case Request.Status(var vm) -> refused(vm.orElse(""));
            case Request.Stop(var vm, _, _) -> refused(vm);
            case Request.Attach(var vm, _) -> refused(vm);
            case Request.Break(var vm) -> refused(vm);
            case Request.Pause(var vm) -> refused(vm);
            case Request.Unpause(var vm) -> refused(vm);
            case Request.Load(var file) -> refused(file);
            case Request.Start(var vm, var options) -> refused(vm + looked(options));
            case Request.Wait(var vm) -> {
                CompletableFuture<Reply> answer = new CompletableFuture<>();
                slow.add(answer);
                yield vm.isEmpty() ? done(PONG) : answer;
            }
            default -> done(PONG);
        };
    }

    private static int looked(StartOptions options) {
        int length = options.isForOneBoot() ? 0 : 1;
        for (StartOptions.DiskOption disk : options.disks()) {
            length += disk.path().length() + disk.format().length();
        }
        for (StartOptions.NicOption nic : options.nics()) {
            length += nic.switchName().map(String::length).orElse(0);
        }
        return length
                + options.memory().map(Long::intValue).orElse(0)
                + options.interfaces().orElse(0)
                + options.cpus().orElse(0)
                + options.kernel().map(String::length).orElse(0)
                + options.cdrom().map(String::length).orElse(0)
                + options.template().map(String::length).orElse(0)
                + options.bootDevice().map(String::length).orElse(0);
    }

    private static CompletionStage<Reply> refused(String text) {
        return done(new Reply.Failed(Fault.NO_SUCH_VM, text.concat("")));
    }

    private static CompletionStage<Reply> done(Reply reply) {
        return CompletableFuture.completedFuture(reply);
    }
}
