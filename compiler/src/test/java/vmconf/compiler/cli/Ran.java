package vmconf.compiler.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.report.Schemas;
import vmconf.testdata.PlanSchema;

/// A run of the command in this process.
record Ran(int status, String out, String err) {

    static Ran vmconf(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status;
        try (PrintStream printOut = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream printErr = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
            status =
                    Vmconf.run(
                            args,
                            new Vmconf.Streams(
                                    new ByteArrayInputStream(bytes), printOut, printErr));
        }
        Ran ran =
                new Ran(
                        status,
                        out.toString(StandardCharsets.UTF_8),
                        err.toString(StandardCharsets.UTF_8));
        ran.hasItsForm(List.of(args));
        return ran;
    }

    /// `vmconf check` of one file.
    static Ran check(Path file, String... options) {
        List<String> args = new ArrayList<>(List.of("check"));
        args.addAll(List.of(options));
        args.add(file.toString());
        return vmconf("", args.toArray(String[]::new));
    }

    /// Whatever a test is about, a document for tools fits its schema.
    private void hasItsForm(List<String> args) {
        String command = args.isEmpty() || out.isEmpty() ? "" : args.getFirst();
        if (command.equals("compile") && !args.contains("--help")) {
            PlanSchema.check(out);
        }
        if (command.equals("diff") && args.contains("json")) {
            Schemas.diff(out);
        }
        if (command.equals("summary") && args.contains("json")) {
            Schemas.summary(out);
        }
        if (!command.equals("check")) {
            return;
        }
        if (args.contains("json")) {
            Schemas.check(out);
        } else if (args.contains("sarif")) {
            Schemas.sarif(out);
        }
    }
}
