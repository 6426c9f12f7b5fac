package netreader.cli;

import java.io.PrintStream;
import netreader.client.Progress;

/** One line on a terminal that follows a transfer and is gone afterwards. */
record TransferLine(PrintStream err, boolean shown) {
    private static final double MEGABYTE = 1_000_000.0;

    Progress of(String name) {
        if (!shown) {
            return Progress.IGNORED;
        }
        return (received, total) -> {
            long percent = total == 0 ? 100 : received * 100 / total;
            err.printf("\r%s: %d %% of %.1f MB\u001b[K", name, percent, total / MEGABYTE);
            err.flush();
        };
    }

    void clear() {
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
