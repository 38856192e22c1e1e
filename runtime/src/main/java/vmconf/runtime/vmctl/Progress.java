package vmconf.runtime.vmctl;

import java.io.PrintStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shows how far `qemu-img -p` has come, in a line of a terminal that is gone afterwards.
final class Progress implements AutoCloseable {
    private static final Pattern STEP = Pattern.compile("\\(([0-9]{1,3})\\.[0-9]*/100%\\)");
    private static final int LONGEST_TAIL = 64;

    private final PrintStream out;
    private String tail = "";
    private int shown = -1;

    Progress(PrintStream out) {
        this.out = out;
    }

    /// Takes a piece of what the program prints.
    void take(String piece) {
        String text = tail + piece;
        Matcher step = STEP.matcher(text);
        int percent = shown;
        while (step.find()) {
            percent = Integer.parseInt(step.group(1));
        }
        tail = text.substring(Math.max(0, text.length() - LONGEST_TAIL));
        if (percent > shown) {
            shown = percent;
            out.print("\rvmctl: %d %% copied".formatted(percent));
            out.flush();
        }
    }

    @Override
    public void close() {
        if (shown >= 0) {
            out.print("\r" + " ".repeat("vmctl: 100 % copied".length()) + "\r");
            out.flush();
        }
    }
}
