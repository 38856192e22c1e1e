package vmconf.runtime.vmctl;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vmconf.runtime.protocol.Announcement;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;

/// What `--json` prints: the daemon's reply with the names of `docs/protocol.md`, or `error` with
/// code, fault, message and, for a file that was not taken, the report on it.
final class JsonAnswer {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonAnswer() {}

    /// Asks and prints what comes.
    ///
    /// @return whether the request was carried out
    static boolean print(Request<?> request, Connection connection, Streams streams)
            throws Complaint {
        try {
            print(of(connection.ask(request)), streams);
            return true;
        } catch (RefusedException e) {
            print(of(e), streams);
            return false;
        }
    }

    static void print(JsonNode document, Streams streams) {
        streams.out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        streams.out().flush();
    }

    /// An announcement on one line.
    static String line(Announcement announcement) {
        return JSON.writeValueAsString(announcement);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ObjectNode of(Reply reply) {
        ObjectNode document = JSON.valueToTree(reply);
        if (reply instanceof Reply.Changed(_, _, String diff, _)) {
            document.remove("text");
            document.set("diff", JSON.readTree(diff));
        }
        return document;
    }

    /// Of an unknown VM the daemon only says which names are near.
    private static String message(RefusedException refused) {
        if (refused.fault() != Fault.NO_SUCH_VM) {
            return refused.text();
        }
        return "no such vm" + (refused.text().isEmpty() ? "" : "; " + refused.text());
    }

    static ObjectNode of(OwnAnswer answer) {
        return JSON.valueToTree(answer);
    }

    static ObjectNode of(RefusedException refused) {
        ObjectNode document = JSON.createObjectNode();
        ObjectNode error = document.putObject("error");
        error.put("code", refused.fault().code());
        error.put("fault", refused.fault().word());
        error.put("message", message(refused));
        refused.report().ifPresent(each -> error.set("report", JSON.readTree(each)));
        return document;
    }
}
