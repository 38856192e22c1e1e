package vmconf.lsp;

import com.google.gson.JsonElement;
import java.util.Optional;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.jsonrpc.validation.ReflectiveMessageValidator;

/// Refuses what the client may not ask before `initialize` and after `shutdown`.
final class Gate {
    private enum Phase {
        NEW,
        OPEN,
        SHUT
    }

    /// Notifications of that beginning may be ignored, requests may not.
    private static final String OPTIONAL = "$/";

    /// It has hundreds of members, all of which may be missing.
    private static final String FIRST = "initialize";

    /// Clients that are asked for settings send none along.
    private static final String SETTINGS = "workspace/didChangeConfiguration";

    private final MessageConsumer complete = new ReflectiveMessageValidator(message -> {});
    private Phase phase = Phase.NEW;
    private MessageConsumer outgoing = message -> {};

    /// LSP4J wraps the way out first, then the way in.
    MessageConsumer wrap(MessageConsumer next) {
        if (next instanceof RemoteEndpoint) {
            return message -> pass(message, each -> check(each, next));
        }
        outgoing = next;
        return message -> next.consume(corrected(message));
    }

    /// Lets a message pass whose parameters are all there. A notification without them is dropped.
    private void check(Message message, MessageConsumer next) {
        if (!isLenient(message)) {
            try {
                complete.consume(message);
            } catch (MessageIssueException missing) {
                if (message instanceof RequestMessage request) {
                    refuse(request, ResponseErrorCode.InvalidParams, "a parameter is missing");
                }
                return;
            }
        }
        next.consume(message);
    }

    private static boolean isLenient(Message message) {
        return switch (message) {
            case RequestMessage request -> request.getMethod().equals(FIRST);
            case NotificationMessage notification -> notification.getMethod().equals(SETTINGS);
            default -> true;
        };
    }

    /// What is no JSON does not come that far; LSP4J says so of parameters of another type, too.
    private static Message corrected(Message message) {
        if (message instanceof ResponseMessage answer && answer.getError() != null) {
            ResponseError error = answer.getError();
            if (error.getCode() == ResponseErrorCode.ParseError.getValue()) {
                error.setCode(ResponseErrorCode.InvalidParams);
                error.setMessage("a parameter has another type");
                error.setData(null);
            }
        }
        return message;
    }

    private void pass(Message message, MessageConsumer next) {
        switch (message) {
            case RequestMessage request -> passRequest(request, next);
            case NotificationMessage notification when notification.getMethod().equals("exit") ->
                    next.consume(message);
            case NotificationMessage _ when phase != Phase.OPEN -> {}
            default -> next.consume(message);
        }
    }

    private void passRequest(RequestMessage request, MessageConsumer next) {
        boolean first = request.getMethod().equals(FIRST);
        switch (phase) {
            case NEW -> {
                if (first) {
                    phase = Phase.OPEN;
                    next.consume(request);
                } else {
                    refuse(request, ResponseErrorCode.ServerNotInitialized, "not initialized");
                }
            }
            case OPEN -> {
                if (first) {
                    refuse(request, ResponseErrorCode.InvalidRequest, "initialized already");
                    return;
                }
                if (request.getMethod().startsWith(OPTIONAL)) {
                    refuse(request, ResponseErrorCode.MethodNotFound, "not supported");
                    return;
                }
                phase = request.getMethod().equals("shutdown") ? Phase.SHUT : Phase.OPEN;
                next.consume(request);
            }
            case SHUT -> refuse(request, ResponseErrorCode.InvalidRequest, "shut down");
        }
    }

    /// Answers a message that is none.
    void refuse(Optional<JsonElement> id, ResponseErrorCode code, String why) {
        ResponseMessage answer = new ResponseMessage();
        id.map(JsonElement::getAsJsonPrimitive)
                .ifPresent(
                        raw -> {
                            if (raw.isNumber()) {
                                answer.setId(raw.getAsInt());
                            } else {
                                answer.setId(raw.getAsString());
                            }
                        });
        answer.setError(new ResponseError(code, why, null));
        outgoing.consume(answer);
    }

    private void refuse(RequestMessage request, ResponseErrorCode code, String why) {
        ResponseMessage answer = new ResponseMessage();
        answer.setRawId(request.getRawId());
        answer.setError(new ResponseError(code, why, null));
        outgoing.consume(answer);
    }
}
