package vmconf.runtime.control;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Requests and replies as lines of JSON-RPC 2.0.
final class Wire {
    /// Longest message in either direction, in bytes.
    static final int LONGEST = 1 << 20;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    /// A request and the number its reply has to carry.
    record Call(long id, Request request) {}

    /// A reply to the request of that number.
    record Return(long id, Reply reply) {}

    /// A line that is no message of this protocol.
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }

    private Wire() {}

    static String write(Call call) {
        ObjectNode message = JSON.createObjectNode();
        message.put("jsonrpc", "2.0").put("id", call.id());
        ObjectNode params = JSON.createObjectNode();
        String method =
                switch (call.request()) {
                    case Request.Ping() -> "ping";
                    case Request.Status(Optional<String> vm) -> {
                        vm.ifPresent(each -> params.put("vm", each));
                        yield "status";
                    }
                    case Request.Start(String vm, StartOptions options) -> {
                        if (!options.isEmpty()) {
                            params.set("options", JSON.valueToTree(options));
                        }
                        yield named("start", params, vm);
                    }
                    case Request.Stop(String vm, boolean force, boolean untilEnd) -> {
                        params.put("force", force).put("wait", untilEnd);
                        yield named("stop", params, vm);
                    }
                    case Request.Wait(String vm) -> named("wait", params, vm);
                    case Request.Attach(String vm) -> named("attach", params, vm);
                    case Request.Pause(String vm) -> named("pause", params, vm);
                    case Request.Unpause(String vm) -> named("unpause", params, vm);
                    case Request.Reload(boolean dryRun) -> {
                        params.put("dryRun", dryRun);
                        yield "reload";
                    }
                    case Request.Load(String file) -> {
                        params.put("file", file);
                        yield "load";
                    }
                    case Request.Reset(boolean vms, boolean switches) -> {
                        params.put("vms", vms).put("switches", switches);
                        yield "reset";
                    }
                    case Request.Log(boolean verbose) -> {
                        params.put("verbose", verbose);
                        yield "log";
                    }
                    case Request.Terminate(boolean guests) -> {
                        params.put("guests", guests);
                        yield "terminate";
                    }
                };
        message.put("method", method).set("params", params);
        return JSON.writeValueAsString(message);
    }

    private static String named(String method, ObjectNode params, String vm) {
        params.put("vm", vm);
        return method;
    }

    static Call readCall(String line) throws MalformedException {
        JsonNode message = tree(line);
        JsonNode params = message.path("params");
        String method = message.path("method").asString("");
        Request request =
                switch (method) {
                    case "ping" -> new Request.Ping();
                    case "status" ->
                            new Request.Status(
                                    Optional.of(params.path("vm").asString(""))
                                            .filter(vm -> !vm.isEmpty()));
                    case "start" -> new Request.Start(vm(params), options(params));
                    case "stop" ->
                            new Request.Stop(
                                    vm(params),
                                    params.path("force").asBoolean(false),
                                    params.path("wait").asBoolean(false));
                    case "wait" -> new Request.Wait(vm(params));
                    case "attach" -> new Request.Attach(vm(params));
                    case "pause" -> new Request.Pause(vm(params));
                    case "unpause" -> new Request.Unpause(vm(params));
                    case "reload" -> new Request.Reload(params.path("dryRun").asBoolean(false));
                    case "load" -> new Request.Load(params.path("file").asString(""));
                    case "reset" ->
                            new Request.Reset(
                                    params.path("vms").asBoolean(false),
                                    params.path("switches").asBoolean(false));
                    case "log" -> new Request.Log(params.path("verbose").asBoolean(false));
                    case "terminate" ->
                            new Request.Terminate(params.path("guests").asBoolean(true));
                    default -> throw new MalformedException("unknown method");
                };
        return new Call(message.path("id").asLong(0), request);
    }

    private static StartOptions options(JsonNode params) throws MalformedException {
        if (!params.has("options")) {
            return StartOptions.NONE;
        }
        try {
            return JSON.treeToValue(params.get("options"), StartOptions.class);
        } catch (JacksonException e) {
            throw new MalformedException("malformed options");
        }
    }

    private static String vm(JsonNode params) throws MalformedException {
        String vm = params.path("vm").asString("");
        if (vm.isEmpty()) {
            throw new MalformedException("missing vm");
        }
        return vm;
    }

    static String write(Return answer) {
        ObjectNode message = JSON.createObjectNode();
        message.put("jsonrpc", "2.0").put("id", answer.id());
        if (answer.reply() instanceof Reply.Failed(Fault fault, String text)) {
            ObjectNode error = JSON.createObjectNode();
            error.put("code", fault.code()).put("message", text);
            message.set("error", error);
        } else {
            ObjectNode result = JSON.valueToTree(answer.reply());
            message.set("result", result.put("kind", kind(answer.reply())));
        }
        return JSON.writeValueAsString(message);
    }

    private static String kind(Reply reply) {
        return switch (reply) {
            case Reply.Pong _ -> "pong";
            case Reply.Vms _ -> "vms";
            case Reply.Started _ -> "started";
            case Reply.Requested _ -> "requested";
            case Reply.Terminated _ -> "terminated";
            case Reply.Attached _ -> "attached";
            case Reply.Paused _ -> "paused";
            case Reply.Unpaused _ -> "unpaused";
            case Reply.Changed _ -> "changed";
            case Reply.Done _ -> "done";
            case Reply.Failed _ -> "failed";
        };
    }

    static Return readReturn(String line) throws MalformedException {
        JsonNode message = tree(line);
        long id = message.path("id").asLong(0);
        JsonNode error = message.path("error");
        if (error.isObject()) {
            String text = error.path("message").asString("");
            return new Return(id, new Reply.Failed(Fault.of(error.path("code").asInt(0)), text));
        }
        if (!(message.path("result") instanceof ObjectNode result)) {
            throw new MalformedException("neither result nor error");
        }
        String kind = result.path("kind").asString("");
        result.remove("kind");
        try {
            return new Return(id, JSON.treeToValue(result, type(kind)));
        } catch (JacksonException e) {
            throw new MalformedException("malformed " + kind);
        }
    }

    private static Class<? extends Reply> type(String kind) throws MalformedException {
        return switch (kind) {
            case "pong" -> Reply.Pong.class;
            case "vms" -> Reply.Vms.class;
            case "started" -> Reply.Started.class;
            case "requested" -> Reply.Requested.class;
            case "terminated" -> Reply.Terminated.class;
            case "attached" -> Reply.Attached.class;
            case "paused" -> Reply.Paused.class;
            case "unpaused" -> Reply.Unpaused.class;
            case "changed" -> Reply.Changed.class;
            case "done" -> Reply.Done.class;
            default -> throw new MalformedException("unknown reply " + kind);
        };
    }

    /// The document `--json` prints.
    static String document(List<VmView> vms) {
        ObjectNode root = JSON.createObjectNode();
        root.set("vms", JSON.valueToTree(vms));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static JsonNode tree(String line) throws MalformedException {
        try {
            JsonNode message = JSON.readTree(line);
            if (message.isObject() && message.path("jsonrpc").asString("").equals("2.0")) {
                return message;
            }
        } catch (JacksonException e) {
            // reported below
        }
        throw new MalformedException("not a JSON-RPC 2.0 message");
    }
}
