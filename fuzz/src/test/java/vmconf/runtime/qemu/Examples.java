package vmconf.runtime.qemu;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// What QEMU may say, to start from. A NUL stands where it waits to be asked.
final class Examples {
    static final UUID MACHINE = new UUID(1, 2);

    private static final String GREETING =
            """
            {"QMP": {"version": {"qemu": {"micro": 0, "minor": 2, "major": 10}}, "capabilities": ["oob"]}}
            \0{"return": {}, "id": 1}
            """;
    private static final List<String> ALL =
            List.of(
                    GREETING
                            + """
                            \0{"return": {"UUID": "00000000-0000-0001-0000-000000000002"}, "id": 2}
                            {"timestamp": {"seconds": 1, "microseconds": 2}, "event": "STOP"}
                            {"return": {"status": "internal-error", "running": false}, "id": 3}
                            {"return": {}, "id": 4}
                            """,
                    GREETING
                            + """
                            \0{"return": {"UUID": "00000000-0000-0003-0000-000000000004"}, "id": 2}
                            {"event": "RESET", "data": {"guest": true, "reason": "guest-reset"}}
                            {"event": "SHUTDOWN", "data": {"guest": true, "reason": "guest-shutdown"}}
                            """,
                    GREETING
                            + """
                            \0{"error": {"class": "GenericError", "desc": "Cannot find device"}, "id": 2}
                            {"error": {"class": "CommandNotFound", "desc": null}, "id": 3}
                            """,
                    "{\"return\": [], \"id\": 3}\r\n\n{\"event\": [1], \"data\": 2}\n{\"QMP\"",
                    "[]\n1e400\n{\"id\": 1e400}\n{\"id\": \"1\", \"error\": []}\n",
                    "qemu: no such device\n",
                    "");

    private Examples() {}

    static Stream<Arguments> all() {
        return ALL.stream()
                .map(each -> Arguments.of((Object) each.getBytes(StandardCharsets.UTF_8)));
    }
}
