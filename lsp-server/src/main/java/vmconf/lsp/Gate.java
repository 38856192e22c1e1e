package vmconf.lsp;

import com.google.gson.JsonElement;
import java.util.Optional;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;

/// Refuses what the client may not ask before `initialize` and after `shutdown`.
final class Gate {
    private enum Phase {
        NEW,
        OPEN,
        SHUT
    }

    private Phase phase = Phase.NEW;
    private MessageConsumer outgoing = message -> {};

    /// LSP4J wraps the way out first, then the way in.
    MessageConsumer wrap(MessageConsumer next) {
        if (next instanceof RemoteEndpoint) {
            return message -> pass(message, next);
        }
        outgoing = next;
        return next;
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
        boolean first = request.getMethod().equals("initialize");
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
