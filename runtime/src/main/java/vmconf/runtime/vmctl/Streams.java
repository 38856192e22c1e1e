package vmconf.runtime.vmctl;

import java.io.InputStream;
import java.io.PrintStream;

/// The standard streams of a command.
record Streams(InputStream in, PrintStream out, PrintStream err) {}
