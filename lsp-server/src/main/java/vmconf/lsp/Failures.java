package vmconf.lsp;

import com.google.gson.JsonParseException;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/// What a request that failed is answered with.
final class Failures {
    private Failures() {}

    static ResponseError answer(Throwable failure) {
        return switch (failure) {
            case ResponseErrorException refused -> refused.getResponseError();
            case CompletionException wrapped when wrapped.getCause() != null ->
                    answer(wrapped.getCause());
            case InvocationTargetException wrapped when wrapped.getCause() != null ->
                    answer(wrapped.getCause());
            case CancellationException _ ->
                    new ResponseError(ResponseErrorCode.RequestCancelled, "cancelled", null);
            case UnsupportedOperationException _ ->
                    new ResponseError(ResponseErrorCode.MethodNotFound, "not supported", null);
            case JsonParseException _ ->
                    new ResponseError(
                            ResponseErrorCode.InvalidParams, "a parameter has another type", null);
            default -> {
                System.err.println("vmconf-lsp: internal error: " + failure);
                yield new ResponseError(
                        ResponseErrorCode.InternalError,
                        String.valueOf(failure.getMessage()),
                        null);
            }
        };
    }
}
