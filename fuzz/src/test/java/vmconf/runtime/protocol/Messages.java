package vmconf.runtime.protocol;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// Lines of both sides, to start from.
public final class Messages {
    private Messages() {}

    /// What clients send.
    public static Stream<Arguments> ofClients() {
        return bytes(
                """
                {"jsonrpc":"2.0","id":1,"method":"ping","params":{}}
                {"jsonrpc":"2.0","id":"2","method":"status","params":{"vm":"web"}}
                {"jsonrpc":"2.0","id":3,"method":"status","params":{}}
                """,
                """
                {"jsonrpc":"2.0","id":1,"method":"start","params":{"vm":"web","options":{"bootDevice":"net","kernel":"/bsd","disks":[{"path":"/a","format":"raw"}],"interfaces":1,"nics":[{"switchName":"lan"},{}],"memory":1073741824,"cpus":2,"cdrom":"/c.iso","template":"base"}}}
                {"jsonrpc":"2.0","id":1,"method":"start","params":{"vm":"1","options":{"disks":[],"nics":[]}}}
                """,
                """
                {"jsonrpc":"2.0","id":1,"method":"wait","params":{"vm":"web"}}
                {"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}
                {"jsonrpc":"2.0","id":2,"method":"stop","params":{"vm":"web","force":true,"untilEnd":false}}
                {"jsonrpc":"2.0","id":3,"method":"attach","params":{"vm":"web"}}
                """,
                """
                {"jsonrpc":"2.0","id":4,"method":"pause","params":{"vm":"web"}}
                {"jsonrpc":"2.0","id":5,"method":"unpause","params":{"vm":"web"}}
                {"jsonrpc":"2.0","id":6,"method":"reload","params":{"dryRun":true}}
                {"jsonrpc":"2.0","id":7,"method":"load","params":{"file":"/etc/vm.conf"}}
                {"jsonrpc":"2.0","id":8,"method":"reset","params":{"vms":true,"switches":false}}
                {"jsonrpc":"2.0","id":9,"method":"log","params":{"verbose":true}}
                {"jsonrpc":"2.0","id":12,"method":"history","params":{}}
                {"jsonrpc":"2.0","id":13,"method":"restore","params":{"generation":2,"dryRun":true}}
                {"jsonrpc":"2.0","id":11,"method":"events","params":{"past":10}}
                {"jsonrpc":"2.0","id":10,"method":"terminate","params":{"guests":true}}
                """,
                """
                {"jsonrpc":"2.0","id":null,"method":"fly"}
                {"jsonrpc":"2.0","id":1,"result":{}}
                {"id":1e3,"method":"stop","params":[1]}
                [{"jsonrpc":"2.0","id":1,"method":"ping"}]
                """,
                "make me a sandwich\n");
    }

    /// What a daemon sends to one who has asked for everything once.
    static Stream<Arguments> ofDaemons() {
        return bytes(
                """
                {"jsonrpc":"2.0","id":"1","result":{"pid":4711,"protocol":1}}
                {"jsonrpc":"2.0","id":"2","result":{"vms":[{"id":1,"name":"web","state":"running","pending":false,"pid":7,"vcpus":1,"maxmem":536870912,"curmem":5,"tty":"/dev/pts/3","owner":"root","since":"2026-01-01T00:00:00Z","lastExit":{"at":"2026-01-01T00:00:00Z","abnormal":true,"text":"a"},"trouble":"b"}]}}
                {"jsonrpc":"2.0","id":"3","result":{"id":1,"tty":"/dev/pts/3"}}
                """,
                """
                {"jsonrpc":"2.0","id":"4","result":{"id":1,"gone":true}}
                {"jsonrpc":"2.0","id":"5","result":{"generation":2,"text":"","diff":"{}"}}
                {"jsonrpc":"2.0","id":"6","result":{}}
                {"jsonrpc":"2.0","method":"event","params":{"number":3,"at":"2026-01-01T00:00:00Z","kind":"crashed","vm":"web","id":1,"text":"died"}}
                {"jsonrpc":"2.0","method":"event"}
                {"jsonrpc":"2.0","method":"other","params":{}}
                """,
                """
                {"jsonrpc":"2.0","id":"3","error":{"code":-32001,"message":"did you mean \\"web\\"?"}}
                {"jsonrpc":"2.0","error":{"code":-32700,"message":"not a JSON-RPC message"}}
                {"jsonrpc":"2.0","id":"1","error":{"code":1.5}}
                {"jsonrpc":"2.0","id":9,"method":"ping","params":{}}
                """,
                "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":[]}\n{");
    }

    private static Stream<Arguments> bytes(String... texts) {
        return Stream.of(texts)
                .map(each -> Arguments.of((Object) each.getBytes(StandardCharsets.UTF_8)));
    }
}
