package vmconf.runtime.control;

/// `vmctl pause` and `vmctl unpause`.
///
/// @param unpause let it go on
record PauseCommand(String vm, boolean unpause) {
    void run(Connection connection, Streams streams) throws Complaint {
        Request request = unpause ? new Request.Unpause(vm) : new Request.Pause(vm);
        switch (connection.ask(request)) {
            case Reply.Paused(int id) ->
                    streams.err().println("vmctl: paused vm %d successfully".formatted(id));
            case Reply.Unpaused(int id) ->
                    streams.err().println("vmctl: unpaused vm %d successfully".formatted(id));
            case Reply.Failed(Fault fault, String hint) when fault == Fault.NO_SUCH_VM ->
                    throw Complaint.noSuchVm(vm, hint);
            case Reply.Failed(_, String text) -> throw failed(text);
            case Reply.Pong _, Reply.Vms _, Reply.Started _, Reply.Attached _ -> throw failed("");
            case Reply.Requested _, Reply.Terminated _, Reply.Changed _, Reply.Done _ ->
                    throw failed("");
        }
    }

    private Complaint failed(String text) {
        String verb = unpause ? "unpause" : "pause";
        return Complaint.named(
                "%s vm command failed%s".formatted(verb, text.isEmpty() ? "" : ": " + text));
    }
}
