package vmconf.runtime.control;

/// `vmctl start`.
///
/// @param options absent settings are those of the VM that exists
/// @param console go on with its console
record StartCommand(String vm, StartOptions options, boolean console) {
    void run(Connection connection, Streams streams) throws Complaint {
        switch (connection.ask(new Request.Start(vm, options))) {
            case Reply.Started(int id, String tty) -> {
                if (console) {
                    new ConsoleClient(connection, streams).run(vm);
                } else {
                    streams.err()
                            .println(
                                    "vmctl: started vm %d successfully, tty %s".formatted(id, tty));
                }
            }
            case Reply.Failed(Fault fault, String text) -> throw refused(fault, text);
            case Reply.Pong _, Reply.Vms _, Reply.Attached _ ->
                    throw Complaint.named("start vm command failed");
            case Reply.Requested _, Reply.Terminated _, Reply.Paused _, Reply.Unpaused _ ->
                    throw Complaint.named("command failed");
            case Reply.Changed _, Reply.Done _ -> throw Complaint.named("start vm command failed");
        }
    }

    private Complaint refused(Fault fault, String text) {
        return switch (fault) {
            case NO_SUCH_VM -> Complaint.noSuchVm(vm, text);
            case START_FAILED -> Complaint.named(text);
            case IN_PROGRESS, NOT_RUNNING, NOT_PERMITTED, MALFORMED, BUSY, REFUSED, FAILED ->
                    Complaint.named("start vm command failed: " + text);
        };
    }
}
