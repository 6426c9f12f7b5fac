package netreader.it.window;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long the event thread is busy with each event, and what it does while it is busy for long: it stands in front of the
 * system's event queue, and a thread of its own looks at the stack. Any thread.
 */
public final class EventTimes implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 5;
    private static final int FRAMES = 40;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long longNanos;
    private final Measured queue = new Measured();
    private final Thread watch = new Thread(this::watch, "event times");
    private final Map<String, Integer> stacks = new ConcurrentHashMap<>();
    private long[] nanos = new long[1 << 16];
    /** On a loaded machine the thread waits for its turn, too. */
    private long[] processorNanos = new long[1 << 16];

    private int count;
    private volatile long began;
    private volatile Thread dispatcher;
    private volatile boolean closed;

    /** @param longMillis from when on an event's stack is looked at */
    public EventTimes(long longMillis) {
        longNanos = longMillis * 1_000_000;
        Toolkit.getDefaultToolkit().getSystemEventQueue().push(queue);
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        while (!closed) {
            long start = began;
            Thread thread = dispatcher;
            if (start != 0 && thread != null && System.nanoTime() - start > longNanos) {
                StackTraceElement[] stack = thread.getStackTrace();
                if (began == start) {
                    stacks.merge(ours(stack), 1, Integer::sum);
                }
            }
            try {
                Thread.sleep(LOOK_EVERY_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** What the thread is at, and the calls of NetReader that have led there. */
    private static String ours(StackTraceElement[] stack) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(stack.length, FRAMES); i++) {
            if (i < 3 || stack[i].getClassName().startsWith("netreader.ui")) {
                lines.add(stack[i].toString());
            }
        }
        return String.join("\n      ", lines.subList(0, Math.min(9, lines.size())));
    }

    private synchronized void add(long time, long processorTime) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
            processorNanos = Arrays.copyOf(processorNanos, count * 2);
        }
        nanos[count] = time;
        processorNanos[count++] = processorTime;
    }

    /** In milliseconds; such as the 99th percentile for 0.99. */
    private double percentile(long[] times, double share) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) (share * count))] / 1e6;
    }

    /** Forgets what was measured. */
    public synchronized void clear() {
        count = 0;
        stacks.clear();
    }

    /** Percentiles, and what the thread was most often at when an event took long. */
    public synchronized String report() {
        long overLimit =
                Arrays.stream(nanos, 0, count).filter(time -> time > 50_000_000).count();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d events; ms: p50 %.2f  p95 %.1f  p99 %.1f  p99.9 %.1f  max %.0f; longer than 50 ms: %d;"
                        + " processor time, ms: p99 %.1f  p99.9 %.1f  max %.0f",
                count,
                percentile(nanos, 0.5),
                percentile(nanos, 0.95),
                percentile(nanos, 0.99),
                percentile(nanos, 0.999),
                percentile(nanos, 1),
                overLimit,
                percentile(processorNanos, 0.99),
                percentile(processorNanos, 0.999),
                percentile(processorNanos, 1)));
        stacks.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(6)
                .forEach(entry -> text.append("\n  seen ")
                        .append(entry.getValue())
                        .append(" times:\n      ")
                        .append(entry.getKey()));
        return text.toString();
    }

    @Override
    public void close() {
        closed = true;
        queue.leave();
    }

    private final class Measured extends EventQueue {
        @Override
        protected void dispatchEvent(AWTEvent event) {
            dispatcher = Thread.currentThread();
            long outer = began; // a dialog that is modal dispatches within an event
            long start = System.nanoTime();
            long processor = THREADS.getCurrentThreadCpuTime();
            began = start;
            try {
                super.dispatchEvent(event);
            } finally {
                add(System.nanoTime() - start, THREADS.getCurrentThreadCpuTime() - processor);
                began = outer;
            }
        }

        void leave() {
            pop();
        }
    }
}
