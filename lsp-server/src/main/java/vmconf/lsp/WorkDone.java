package vmconf.lsp;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;
import vmconf.lsp.workspace.Progress;

/// Shows the client how far a work has come: whenever it has given a token for that, and by a token
/// of our own where there is much to read.
final class WorkDone implements Progress, AutoCloseable {
    /// So many roots are much.
    private static final int MANY = 50;

    private static final int PATIENCE_SECONDS = 2;
    private static final AtomicLong COUNT = new AtomicLong();

    private final LanguageClient client;
    private final boolean creates;
    private @Nullable Either<String, Integer> token;
    private boolean begun;
    private boolean refused;
    private int shown = -1;

    /// @param token of the client, if it has given one
    /// @param creates the client shows progress that it has not asked for
    WorkDone(LanguageClient client, @Nullable Either<String, Integer> token, boolean creates) {
        this.client = client;
        this.token = token;
        this.creates = creates;
    }

    @Override
    public void step(int done, int all) {
        if (!begun && !refused) {
            begin(all);
        }
        int percentage = all == 0 ? 100 : done * 100 / all;
        if (begun && percentage > shown) {
            shown = percentage;
            WorkDoneProgressReport report = new WorkDoneProgressReport();
            report.setPercentage(percentage);
            report.setMessage(done + " of " + all);
            tell(report);
        }
    }

    private void begin(int all) {
        if (token == null) {
            refused = !creates || all < MANY || !create();
        }
        if (!refused) {
            begun = true;
            WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
            begin.setTitle("reading configurations");
            begin.setPercentage(0);
            tell(begin);
        }
    }

    private boolean create() {
        Either<String, Integer> made = Either.forLeft("vmconf-" + COUNT.incrementAndGet());
        try {
            client.createProgress(new WorkDoneProgressCreateParams(made))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        token = made;
        return true;
    }

    private void tell(WorkDoneProgressNotification what) {
        if (token != null) {
            client.notifyProgress(new ProgressParams(token, Either.forLeft(what)));
        }
    }

    @Override
    public void close() {
        if (begun) {
            tell(new WorkDoneProgressEnd());
        }
    }
}
