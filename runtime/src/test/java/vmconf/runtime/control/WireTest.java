package vmconf.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireTest {
    private static final VmView VIEW =
            new VmView(
                    1,
                    "web",
                    "running",
                    true,
                    Optional.of(7L),
                    2,
                    1 << 29,
                    Optional.of(5L),
                    Optional.of("/dev/pts/3"),
                    "joe:users",
                    Optional.of(Instant.EPOCH),
                    Optional.of(new VmView.LastExit(Instant.EPOCH, true, "qemu \"died\"")),
                    Optional.of("no answer"));

    static List<Request> requests() {
        return List.of(
                new Request.Ping(),
                new Request.Status(Optional.empty()),
                new Request.Status(Optional.of("web")),
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
                new Request.Attach("web"),
                new Request.Pause("web"),
                new Request.Unpause("1"),
                new Request.Reload(true),
                new Request.Load("/vm.conf"),
                new Request.Reset(true, false),
                new Request.Log(true),
                new Request.Terminate(false));
    }

    static List<Reply> replies() {
        return List.of(
                new Reply.Pong(4),
                new Reply.Vms(List.of(VIEW)),
                new Reply.Started(1, "/dev/pts/3"),
                new Reply.Requested(1),
                new Reply.Terminated(1),
                new Reply.Attached(1, "/dev/pts/3"),
                new Reply.Paused(1),
                new Reply.Unpaused(1),
                new Reply.Changed(2, "no difference\n", "{}"),
                new Reply.Done(),
                new Reply.Failed(Fault.NO_SUCH_VM, ""),
                new Reply.Failed(Fault.START_FAILED, "no \"disk\"\n"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void requestsReadBack(Request request) throws Exception {
        Wire.Call call = new Wire.Call(7, request);
        assertThat(Wire.readCall(Wire.write(call))).isEqualTo(call);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void repliesReadBack(Reply reply) throws Exception {
        Wire.Return answer = new Wire.Return(7, reply);
        String line = Wire.write(answer);
        assertThat(line).doesNotContain("\n");
        assertThat(Wire.readReturn(line)).isEqualTo(answer);
    }

    @Property
    void anythingElseIsMalformed(@ForAll String line) {
        assertThatThrownBy(() -> Wire.readCall(line)).isInstanceOf(Wire.MalformedException.class);
        assertThatThrownBy(() -> Wire.readReturn(line)).isInstanceOf(Wire.MalformedException.class);
    }
}
