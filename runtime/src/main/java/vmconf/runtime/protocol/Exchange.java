package vmconf.runtime.protocol;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/// One end of a connection: what it hears are lines, what it says are lines, without their ends.
/// Lines may be heard by one thread only.
public final class Exchange {
    /// The version of the protocol; a larger one is another protocol.
    public static final int VERSION = 1;

    /// Longest line that a daemon takes, in bytes.
    public static final int LONGEST_REQUEST = 1 << 20;

    /// Longest line that a client takes, in bytes: the status of tens of thousands of VMs.
    public static final int LONGEST_REPLY = 64 << 20;

    private static final Map<String, JsonRpcMethod> METHODS =
            Stream.concat(
                            Stream.of(Method.values())
                                    .map(
                                            each ->
                                                    JsonRpcMethod.request(
                                                            each.word(),
                                                            each.result(),
                                                            each.params())),
                            Stream.of(
                                    JsonRpcMethod.notification(
                                            Announcement.METHOD, Announcement.class)))
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    JsonRpcMethod::getMethodName, Function.identity()));

    /// The library's own. It would write down each answer and each end of a request that nobody
    /// waits for, which whoever may connect could send without end.
    private static final Logger LIBRARY = Logger.getLogger(RemoteEndpoint.class.getName());

    static {
        LIBRARY.setLevel(Level.SEVERE);
    }

    private final Consumer<String> out;
    private final MessageJsonHandler json = new MessageJsonHandler(METHODS, Json::configure);
    private final RemoteEndpoint remote;

    /// Carries out requests of the other side.
    @FunctionalInterface
    public interface Service {
        /// @return never fails; a refusal is a [Reply.Failed]
        CompletionStage<? extends Reply> handle(Request<?> request);
    }

    /// @param out takes lines, from any thread, and returns at once
    public Exchange(Consumer<String> out, Service service) {
        this(out, service, _ -> {});
    }

    private Exchange(Consumer<String> out, Service service, Consumer<Announcement> listener) {
        this.out = out;
        this.remote = new RemoteEndpoint(this::say, new Local(service, listener));
        json.setMethodProvider(remote);
    }

    /// A client's end: nothing is asked of it.
    ///
    /// @param listener is told what is announced
    public static Exchange ofClient(Consumer<String> out, Consumer<Announcement> listener) {
        return new Exchange(
                out,
                _ ->
                        CompletableFuture.completedFuture(
                                new Reply.Failed(Fault.MALFORMED, "not asked of a client")),
                listener);
    }

    /// Tells the other side what happened.
    public void announce(Announcement announcement) {
        remote.notify(Announcement.METHOD, announcement);
    }

    /// Takes a line of the other side. Requests are given to the service, replies to those who
    /// asked.
    ///
    /// @throws ProtocolException when it is no message; the other side has been told
    public void hear(String line) throws ProtocolException {
        try {
            remote.consume(parsed(line));
        } catch (MessageIssueException e) {
            if (!(e.getRpcMessage() instanceof RequestMessage request)) {
                throw told(ResponseErrorCode.InvalidRequest.getValue(), reason(e), null);
            }
            told(Fault.INVALID_PARAMS.code(), reason(e), request.getRawId());
        }
    }

    private static String reason(MessageIssueException issue) {
        return issue.getIssues().stream()
                .map(each -> String.valueOf(each.getCause().getMessage()))
                .findFirst()
                .orElse("malformed");
    }

    private Message parsed(String line) throws ProtocolException {
        try {
            Message message = json.parseMessage(line);
            if (message != null) {
                return message;
            }
        } catch (JsonParseException | NumberFormatException | IllegalStateException e) {
            // told below; the latter two are what the library makes of an id that is none
        }
        throw told(ResponseErrorCode.ParseError.getValue(), "not a JSON-RPC message", null);
    }

    /// Tells the other side what is wrong with what it said.
    ///
    /// @param id of a request; absent when what it said is none
    private ProtocolException told(int code, String text, @Nullable Either<String, Number> id) {
        ResponseMessage answer = new ResponseMessage();
        answer.setRawId(id);
        answer.setError(new ResponseError(code, text, null));
        say(answer);
        return new ProtocolException(text);
    }

    /// Asks the other side.
    ///
    /// @return fails with a [RefusedException]
    public <R extends Reply> CompletableFuture<R> ask(Request<R> request) {
        Method method = Method.of(request);
        return remote.request(method.word(), request)
                .thenApply(Exchange.<R>result(method))
                .exceptionallyCompose(e -> CompletableFuture.failedFuture(refusal(e)));
    }

    @SuppressWarnings("unchecked") // the table of methods says so
    private static <R extends Reply> Function<Object, R> result(Method method) {
        return each -> {
            if (each == null) {
                throw new CompletionException(
                        new RefusedException(
                                Fault.MALFORMED,
                                "no result of " + method.word(),
                                Optional.empty()));
            }
            return (R) method.result().cast(each);
        };
    }

    private static Throwable refusal(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ResponseErrorException refused) {
            return refused(refused.getResponseError());
        }
        return cause instanceof RefusedException
                ? cause
                : new RefusedException(Fault.MALFORMED, String.valueOf(cause), Optional.empty());
    }

    private static RefusedException refused(ResponseError error) {
        String text = error.getMessage();
        return new RefusedException(
                Fault.of(error.getCode()),
                text == null ? "" : text,
                Optional.ofNullable(error.getData()).map(Object::toString));
    }

    private void say(Message message) {
        out.accept(json.serialize(message));
    }

    /// The library's view of a service.
    private record Local(Service service, Consumer<Announcement> listener) implements Endpoint {
        @Override
        public CompletableFuture<?> request(String method, Object parameter) {
            if (!(parameter instanceof Request<?> request)) {
                return CompletableFuture.failedFuture(
                        METHODS.containsKey(method)
                                ? error(new Reply.Failed(Fault.INVALID_PARAMS, "missing params"))
                                : error(
                                        new Reply.Failed(
                                                Fault.UNKNOWN_METHOD, "unknown method " + method)));
            }
            return service.handle(request)
                    .thenApply(
                            reply -> {
                                if (reply instanceof Reply.Failed failed) {
                                    throw error(failed);
                                }
                                return reply;
                            })
                    .toCompletableFuture();
        }

        private static ResponseErrorException error(Reply.Failed failed) {
            return new ResponseErrorException(
                    new ResponseError(
                            failed.fault().code(),
                            failed.text(),
                            failed.report().map(JsonParser::parseString).orElse(null)));
        }

        @Override
        public void notify(String method, Object parameter) {
            if (parameter instanceof Announcement announcement) {
                listener.accept(announcement);
            }
        }
    }
}
