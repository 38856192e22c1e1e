package vmconf.compiler.cli;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// Works on as many operands at once as there are processors, and hands over what comes of them in
/// their order.
final class InOrder {
    /// How many operands are worked on ahead of the one that is handed over: few enough that memory
    /// does not grow with their number.
    private static final int AHEAD = 64;

    private InOrder() {}

    /// Works on each operand.
    ///
    /// @param work called by several threads
    /// @param take called by this thread
    static <T> void each(List<String> operands, Function<String, T> work, Consumer<T> take) {
        if (operands.size() == 1) {
            take.accept(work.apply(operands.getFirst()));
            return;
        }
        int threads = Math.min(operands.size(), Runtime.getRuntime().availableProcessors());
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads))) {
            Queue<Future<T>> started = new ArrayDeque<>();
            for (String operand : operands) {
                started.add(start(operand, work, pool));
                if (started.size() == AHEAD) {
                    take.accept(ended(started.remove()));
                }
            }
            while (!started.isEmpty()) {
                take.accept(ended(started.remove()));
            }
        }
    }

    private static <T> Future<T> start(
            String operand, Function<String, T> work, ExecutorService pool) {
        // Standard input is read by one thread, in its turn.
        return operand.equals("-")
                ? CompletableFuture.completedFuture(work.apply(operand))
                : pool.submit(() -> work.apply(operand));
    }

    private static <T> T ended(Future<T> started) {
        try {
            return started.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("work on an operand was given up", e);
        }
    }
}
