package vmconf.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/// The client's messages, one after the other; those that are none are answered here and go no
/// further.
final class Frames extends InputStream {
    /// Longest message in bytes; what claims to be longer ends the session.
    private static final int MOST = 256 << 20;

    private static final int MOST_HEADER = 4096;
    private static final String LENGTH = "content-length:";

    /// Requests that have nothing to say beside their name.
    private static final Set<String> BARE = Set.of("shutdown");

    /// Takes the refusal of a message.
    interface Refusals {
        /// @param id of the request, if it has a usable one
        void refuse(Optional<JsonElement> id, ResponseErrorCode code, String why);
    }

    private final InputStream in;
    private final Refusals refusals;
    private InputStream frame = InputStream.nullInputStream();

    Frames(InputStream in, Refusals refusals) {
        this.in = in;
        this.refusals = refusals;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = frame.read(bytes, offset, length);
        while (count < 0) {
            if (!next()) {
                return -1;
            }
            count = frame.read(bytes, offset, length);
        }
        return count;
    }

    /// Goes on to the next message that is one; nothing at the end of the input.
    private boolean next() throws IOException {
        while (true) {
            int length = header();
            if (length < 0) {
                return false;
            }
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                return false;
            }
            if (isMessage(new String(body, StandardCharsets.UTF_8))) {
                byte[] header =
                        ("Content-Length: " + length + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII);
                frame =
                        new SequenceInputStream(
                                new ByteArrayInputStream(header), new ByteArrayInputStream(body));
                return true;
            }
        }
    }

    /// The length that a header gives; -1 at the end of the input.
    private int header() throws IOException {
        int length = 0;
        StringBuilder line = new StringBuilder();
        int read = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (++read > MOST_HEADER) {
                throw new IOException("the header of a message is too long");
            }
            if (c != '\n') {
                line.append((char) c);
                continue;
            }
            String text = line.toString().strip();
            line.setLength(0);
            if (text.isEmpty() && length > 0) {
                return length;
            }
            if (text.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = length(text.substring(LENGTH.length()).strip());
            }
        }
        return -1;
    }

    private static int length(String digits) throws IOException {
        try {
            int length = Integer.parseInt(digits);
            if (length > 0 && length <= MOST) {
                return length;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IOException("a message cannot have the length \"" + digits + "\"");
    }

    private boolean isMessage(String text) {
        JsonElement json;
        try {
            json = JsonParser.parseString(text);
        } catch (JsonParseException e) {
            refusals.refuse(Optional.empty(), ResponseErrorCode.ParseError, "not JSON");
            return false;
        }
        if (!json.isJsonObject()) {
            refusals.refuse(
                    Optional.empty(), ResponseErrorCode.InvalidRequest, "a message is an object");
            return false;
        }
        return isMessage(json.getAsJsonObject());
    }

    private boolean isMessage(JsonObject message) {
        JsonElement method = message.get("method");
        Optional<JsonElement> id =
                Optional.ofNullable(message.get("id")).filter(JsonElement::isJsonPrimitive);
        if (method == null) {
            boolean answer = id.isPresent() && (message.has("result") || message.has("error"));
            if (!answer) {
                refusals.refuse(id, ResponseErrorCode.InvalidRequest, "no method is named");
            }
            return answer;
        }
        if (!method.isJsonPrimitive() || !method.getAsJsonPrimitive().isString()) {
            refusals.refuse(id, ResponseErrorCode.InvalidRequest, "a method is named by a string");
            return false;
        }
        JsonElement params = message.get("params");
        boolean request = id.isPresent() && !BARE.contains(method.getAsString());
        boolean fits = params == null ? !request : params.isJsonObject() || !request;
        if (!fits) {
            refusals.refuse(
                    id,
                    ResponseErrorCode.InvalidParams,
                    "the parameters of a request are an object");
        }
        return fits;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
