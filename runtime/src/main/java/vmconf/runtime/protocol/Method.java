package vmconf.runtime.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The methods of the protocol: a name, the type of its parameters and that of its result.
public enum Method {
    PING(Request.Ping.class, Reply.Pong.class),
    STATUS(Request.Status.class, Reply.Vms.class),
    SHOW(Request.Show.class, Reply.Machine.class),
    START(Request.Start.class, Reply.Started.class),
    STOP(Request.Stop.class, Reply.Stopped.class),
    METRICS(Request.Metrics.class, Reply.Page.class),
    WHY(Request.Why.class, Reply.Page.class),
    SETTLE(Request.Settle.class, Reply.Done.class),
    WAIT(Request.Wait.class, Reply.Stopped.class),
    ATTACH(Request.Attach.class, Reply.Attached.class),
    BREAK(Request.Break.class, Reply.Handled.class),
    PAUSE(Request.Pause.class, Reply.Handled.class),
    UNPAUSE(Request.Unpause.class, Reply.Handled.class),
    REBOOT(Request.Reboot.class, Reply.Handled.class),
    SHOWCMD(Request.Showcmd.class, Reply.Shown.class),
    DOCTOR(Request.Doctor.class, Reply.Examined.class),
    DRIFT(Request.Drift.class, Reply.Drifted.class),
    SEND(Request.Send.class, Reply.Handled.class),
    RECEIVE(Request.Receive.class, Reply.Done.class),
    RELOAD(Request.Reload.class, Reply.Changed.class),
    HISTORY(Request.History.class, Reply.Generations.class),
    RESTORE(Request.Restore.class, Reply.Changed.class),
    LOAD(Request.Load.class, Reply.Changed.class),
    RESET(Request.Reset.class, Reply.Changed.class),
    LOG(Request.Log.class, Reply.Done.class),
    EVENTS(Request.Events.class, Reply.Done.class),
    TERMINATE(Request.Terminate.class, Reply.Done.class),
    ;

    private static final Map<Class<?>, Method> BY_TYPE =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(Method::params, Function.identity()));

    private final Class<? extends Request<?>> params;
    private final Class<? extends Reply> result;

    <R extends Reply> Method(Class<? extends Request<R>> params, Class<R> result) {
        this.params = params;
        this.result = result;
    }

    /// As it is on the wire.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Class<? extends Request<?>> params() {
        return params;
    }

    public Class<? extends Reply> result() {
        return result;
    }

    public static Method of(Request<?> request) {
        return Optional.ofNullable(BY_TYPE.get(request.getClass())).orElseThrow();
    }
}
