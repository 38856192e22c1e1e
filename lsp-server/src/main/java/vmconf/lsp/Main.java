package vmconf.lsp;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.List;

/// The language server of vm.conf on standard input and output.
public final class Main {
    private static final String USAGE = "usage: vmconf-lsp [--stdio] [--version]";

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        if (arguments.equals(List.of("--version"))) {
            System.out.println("vmconf-lsp " + Server.version());
            return 0;
        }
        if (!arguments.stream().allMatch("--stdio"::equals)) {
            System.err.println(USAGE);
            return 2;
        }
        // Standard output belongs to the protocol; whatever else is printed goes to the log.
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        return Connection.serve(
                new FileInputStream(FileDescriptor.in), out, RememberedRoots.of(System.getenv()));
    }
}
