package vmconf.compiler.cli;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import vmconf.compiler.report.Checked;
import vmconf.compiler.report.Report;

/// One run of `vmconf check`: every operand, and what is said of it, in their order.
final class CheckRun {
    /// How many operands are checked ahead of the one that is reported: few enough that memory does
    /// not grow with their number.
    private static final int AHEAD = 64;

    private final CheckOptions options;
    private final Report report;
    private final Vmconf.Streams streams;
    private int status = Command.OK;

    CheckRun(CheckOptions options, Report report, Vmconf.Streams streams) {
        this.options = options;
        this.report = report;
        this.streams = streams;
    }

    /// Checks one operand after the other.
    ///
    /// @return the exit status
    int each(Function<String, Outcome> check) {
        for (String operand : options.operands()) {
            take(check.apply(operand));
        }
        return end();
    }

    /// Checks as many operands at once as there are processors.
    ///
    /// @param check called by several threads
    /// @return the exit status
    int inParallel(Function<String, Outcome> check) {
        int count = options.operands().size();
        if (count == 1) {
            return each(check);
        }
        int threads = Math.min(count, Runtime.getRuntime().availableProcessors());
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Queue<Future<Outcome>> started = new ArrayDeque<>();
            for (String operand : options.operands()) {
                started.add(start(operand, check, pool));
                if (started.size() == AHEAD) {
                    take(ended(started.remove()));
                }
            }
            while (!started.isEmpty()) {
                take(ended(started.remove()));
            }
        }
        return end();
    }

    private static Future<Outcome> start(
            String operand, Function<String, Outcome> check, ExecutorService pool) {
        // Standard input is read by one thread, in its turn.
        return operand.equals("-")
                ? CompletableFuture.completedFuture(check.apply(operand))
                : pool.submit(() -> check.apply(operand));
    }

    private static Outcome ended(Future<Outcome> started) {
        try {
            return started.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a check was given up", e);
        }
    }

    private void take(Outcome outcome) {
        outcome.said().forEach(this::say);
        Checked checked = outcome.checked();
        if (options.baseline().isPresent()) {
            checked = options.baseline().get().apply(checked);
        }
        report.add(checked);
        status = Math.max(status, options.exit().status(checked));
    }

    private int end() {
        report.end();
        try {
            if (options.baseline().isPresent()) {
                options.baseline().get().end(streams);
            }
            return status;
        } catch (Rewrite.RewriteException e) {
            say(String.valueOf(e.getMessage()));
            return Command.TROUBLE;
        }
    }

    private void say(String sentence) {
        streams.err().println("vmconf check: " + sentence);
    }
}
