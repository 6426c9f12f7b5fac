package netreader.catalogue.internal.scan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Work in the background steps aside while people turn pages. Any thread. */
public final class Courtesy {
    private static final long READING_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long NOTED_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long MAX_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    /** Rest for work. */
    private static final int SHARE = 3;

    private static final Path NICE = Path.of("/usr/bin/nice");

    private volatile long lastPage = System.nanoTime() - READING_NANOS;

    /** The command with which a process gives way to others, where there is such a thing. */
    public static List<String> giveWay(List<String> command) {
        if (command.isEmpty() || !Files.isExecutable(NICE)) {
            return command;
        }
        List<String> polite = new ArrayList<>(List.of(NICE.toString(), "-n", "10"));
        polite.addAll(command);
        return polite;
    }

    /** Somebody wants a page. */
    public void pageTurned() {
        long now = System.nanoTime();
        if (now - lastPage > NOTED_NANOS) { // thousands of readers do not write one word in turns
            lastPage = now;
        }
    }

    /**
     * Rests if somebody reads.
     *
     * @param began when the work began that was just done, by {@link System#nanoTime()}
     */
    public void stepAside(long began) {
        long now = System.nanoTime();
        if (now - lastPage > READING_NANOS) {
            return;
        }
        long pause = Math.min(MAX_PAUSE_NANOS, (now - began) * SHARE);
        try {
            TimeUnit.NANOSECONDS.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
