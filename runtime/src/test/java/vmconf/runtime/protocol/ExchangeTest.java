package vmconf.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two ends that hear each other's lines.
class ExchangeTest {
    private static final VmView VIEW =
            new VmView(
                    1,
                    "web",
                    "running",
                    true,
                    Optional.empty(),
                    Optional.of(7L),
                    2,
                    1 << 29,
                    Optional.of(5L),
                    Optional.of("/dev/pts/3"),
                    "joe:users",
                    Optional.of(Instant.EPOCH),
                    Optional.of(new VmView.LastExit(Instant.EPOCH, true, "qemu \"died\"")),
                    Optional.of("no answer"),
                    Optional.of("disk full"));

    private static final StartView START =
            new StartView(
                    1,
                    "web",
                    List.of(new StartView.Image("disk0", "/a b.img", "raw")),
                    List.of("/run/1"),
                    List.of(List.of("ip", "link")),
                    List.of(
                            new StartView.Dhcp(
                                    0,
                                    "vmd",
                                    "fe:e1:bb:d1:00:01",
                                    "100.64.1.3",
                                    "255.255.255.254",
                                    "100.64.1.2",
                                    "100.64.1.2",
                                    "100.64.1.2",
                                    4_294_967_295L,
                                    Optional.of("web"),
                                    Optional.empty())),
                    List.of("qemu", "-S"),
                    Optional.of(new StartView.Running(7, List.of("qemu"))));

    private static final MachineView MACHINE =
            new MachineView(
                    true,
                    Optional.of("base"),
                    Optional.empty(),
                    "auto",
                    List.of(new MachineView.DiskView("/a.img", "raw")),
                    Optional.of("/cd.iso"),
                    List.of(
                            new MachineView.InterfaceView(
                                    "tap0",
                                    "tap",
                                    "fe:e1:bb:d1:00:01",
                                    true,
                                    false,
                                    Optional.of("uplink"),
                                    Optional.of("guests"),
                                    Optional.of(1),
                                    Optional.of("100.64.1.2"),
                                    Optional.of("100.64.1.3"))));

    static List<Request<?>> requests() {
        return List.of(
                new Request.Ping(),
                new Request.Status(Optional.empty()),
                new Request.Status(Optional.of("web")),
                new Request.Show("web"),
                new Request.Start("web", StartOptions.NONE),
                new Request.Start(
                        "web",
                        new StartOptions(
                                Optional.of("net"),
                                Optional.of("/bsd"),
                                List.of(new StartOptions.DiskOption("/a.img", "raw")),
                                Optional.of(2),
                                List.of(
                                        new StartOptions.NicOption(Optional.empty()),
                                        new StartOptions.NicOption(Optional.of("lan"))),
                                Optional.of(1L << 30),
                                Optional.of(2),
                                Optional.empty(),
                                Optional.of("base"))),
                new Request.Stop("1", true, false),
                new Request.Wait("web"),
                new Request.Attach("web", true),
                new Request.Break("web"),
                new Request.Pause("web"),
                new Request.Unpause("1"),
                new Request.Reboot("web"),
                new Request.Send("web", true, false),
                new Request.Receive(Optional.of("web"), false),
                new Request.Showcmd("web"),
                new Request.Doctor(List.of("web", "2")),
                new Request.Drift(List.of()),
                new Request.Reload(true),
                new Request.Load("/vm.conf"),
                new Request.Reset(true, false),
                new Request.Log(true),
                new Request.Events(5),
                new Request.Metrics(),
                new Request.Settle(),
                new Request.Why("web", List.of("memory")),
                new Request.History(),
                new Request.Restore(2, true),
                new Request.Terminate(false));
    }

    static List<Reply> replies() {
        return List.of(
                new Reply.Pong(4, 1),
                new Reply.Vms(List.of(VIEW)),
                new Reply.Machine(VIEW, MACHINE),
                new Reply.Started(1, "/dev/pts/3", List.of("tap")),
                new Reply.Stopped(1, false),
                new Reply.Attached(1, "/dev/pts/3", true),
                new Reply.Handled(1),
                new Reply.Shown(START),
                new Reply.Examined(
                        List.of(
                                new FindingView(
                                        Optional.empty(), "qemu", "ok", "8", Optional.empty()),
                                new FindingView(
                                        Optional.of("web"),
                                        "disk",
                                        "error",
                                        "gone",
                                        Optional.of("make it")))),
                new Reply.Drifted(
                        List.of(
                                new DriftView(
                                        "host",
                                        Optional.of("web"),
                                        "tap0",
                                        "up",
                                        "down",
                                        Optional.of("ip link")))),
                new Reply.Changed(2, "no difference\n", "{}", List.of("web: no bridge")),
                new Reply.Done(),
                new Reply.Page("a 1\n"),
                new Reply.Generations(List.of(new GenerationView(1, Instant.EPOCH, "+1 -0 ~0"))),
                new Reply.Failed(Fault.NO_SUCH_VM, ""),
                new Reply.Failed(Fault.START_FAILED, "no \"disk\"\n"));
    }

    private final Deque<String> toDaemon = new ArrayDeque<>();
    private final Deque<String> toClient = new ArrayDeque<>();
    private final List<Request<?>> heard = new ArrayList<>();
    private final List<Announcement> announced = new ArrayList<>();
    private Reply next = new Reply.Done();
    private final Exchange client = Exchange.ofClient(toDaemon::add, announced::add);
    private final Exchange daemon =
            new Exchange(
                    toClient::add,
                    request -> {
                        heard.add(request);
                        return CompletableFuture.completedFuture(next);
                    });

    @ParameterizedTest
    @MethodSource("requests")
    void requestsArrive(Request<?> request) throws Exception {
        next = new Reply.Failed(Fault.BUSY, "");
        assertThat(ask(request)).isDone();
        assertThat(heard).containsExactly(request);
        assertThat(toDaemon).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("replies")
    void repliesArrive(Reply reply) throws Exception {
        next = reply;
        for (Method method : Method.values()) {
            if (method.result().isInstance(reply)) {
                assertThat(ask(sample(method)).get()).isEqualTo(reply);
                return;
            }
        }
        Reply.Failed failed = (Reply.Failed) reply;
        assertThatThrownBy(ask(new Request.Ping())::get)
                .cause()
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> {
                            assertThat(refused.fault()).isEqualTo(failed.fault());
                            assertThat(refused.text()).isEqualTo(failed.text());
                        });
    }

    @Test
    void everyMethodHasASample() {
        for (Method method : Method.values()) {
            assertThat(sample(method)).isInstanceOf(method.params());
        }
    }

    @Test
    void unknownMethodsAreRefusedByName() throws Exception {
        daemon.hear("{'jsonrpc':'2.0','id':5,'method':'fly','params':{}}".replace('\'', '"'));
        assertThat(toClient.remove()).contains("\"id\":5", "-32601", "unknown method fly");
        assertThat(heard).isEmpty();
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        daemon.hear("{'jsonrpc':'2.0','id':5,'method':'pause','params':{}}".replace('\'', '"'));
        assertThat(toClient.remove()).contains("\"id\":5", "-32602", "missing \\\"vm\\\"");
        daemon.hear("{'jsonrpc':'2.0','id':6,'method':'pause'}".replace('\'', '"'));
        assertThat(toClient.remove()).contains("\"id\":6", "-32602", "missing params");
        assertThat(heard).isEmpty();
    }

    @Test
    void surplusIsOverlooked() throws Exception {
        daemon.hear(
                "{'jsonrpc':'2.0','id':5,'method':'pause','params':{'vm':'a','x':[1]}}"
                        .replace('\'', '"'));
        assertThat(heard).containsExactly(new Request.Pause("a"));
    }

    @Test
    void announcementsArrive() throws Exception {
        Announcement crash =
                new Announcement(
                        3, Instant.EPOCH, "crashed", Optional.of("web"), Optional.of(1), "died");
        daemon.announce(crash);
        client.hear(toClient.remove());
        assertThat(announced).containsExactly(crash);
        assertThat(toDaemon).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "1.5", "{}", "[1]", "true"})
    void idsThatAreNoneAreRefused(String id) {
        String line = "{'jsonrpc':'2.0','id':" + id + ",'method':'ping','params':{}}";
        assertThatThrownBy(() -> daemon.hear(line.replace('\'', '"')))
                .isInstanceOf(ProtocolException.class);
        assertThat(toClient.remove()).contains("-32700");
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'x':1", "'error':{'code':-32600}"})
    void anAnswerWithoutResultIsARefusal(String rest) throws Exception {
        CompletableFuture<Reply.Pong> answer = client.ask(new Request.Ping());
        String line = "{'jsonrpc':'2.0','id':'1',%s}".formatted(rest);
        client.hear(line.replace('\'', '"'));
        assertThatThrownBy(answer::get).cause().isInstanceOf(RefusedException.class);
    }

    @Test
    void whatNobodyWaitsForIsNotLogged() throws Exception {
        List<LogRecord> logged = new ArrayList<>();
        Handler handler = new ListHandler(logged);
        Logger.getLogger("").addHandler(handler);
        try {
            daemon.hear("{'jsonrpc':'2.0','id':5,'result':{}}".replace('\'', '"'));
            String cancel = "{'jsonrpc':'2.0','method':'$/cancelRequest','params':{'id':5}}";
            daemon.hear(cancel.replace('\'', '"'));
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        assertThat(logged).isEmpty();
    }

    private static final class ListHandler extends Handler {
        private final List<LogRecord> records;

        ListHandler(List<LogRecord> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord each) {
            records.add(each);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Property
    void anythingElseIsAnsweredAndRefused(@ForAll String line) {
        assertThatThrownBy(() -> daemon.hear(line)).isInstanceOf(ProtocolException.class);
        assertThat(toClient.remove()).contains("\"error\"");
        assertThat(heard).isEmpty();
    }

    private static Request<?> sample(Method method) {
        return requests().stream()
                .filter(each -> Method.of(each) == method)
                .findFirst()
                .orElseThrow();
    }

    private CompletableFuture<? extends Reply> ask(Request<?> request)
            throws ProtocolException, ExecutionException {
        CompletableFuture<? extends Reply> answer = client.ask(request);
        String line = toDaemon.remove();
        assertThat(line).doesNotContain("\n");
        daemon.hear(line);
        client.hear(toClient.remove());
        assertThat(answer).isDone();
        return answer;
    }
}
