package netreader.ui.work;

import java.awt.EventQueue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import netreader.client.ClientException;

/** A stack of jobs: the newest runs first, some at once, and the oldest are dropped. Event thread only. */
public final class NewestFirst {
    /** The code with which a job fails that was dropped. */
    public static final String CANCELLED = "CANCELLED";

    private final Background background;
    private final int atOnce;
    private final int limit;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int busy;

    private record Waiting(Running running, Runnable start, Runnable drop) {}

    /**
     * @param atOnce how many jobs run at the same time
     * @param limit how many may wait
     */
    public NewestFirst(Background background, int atOnce, int limit) {
        this.background = background;
        this.atOnce = atOnce;
        this.limit = limit;
    }

    public <T> Running submit(Job<T> job, Consumer<? super T> done, Consumer<ClientException> failed) {
        Running running = new Running();
        waiting.push(new Waiting(
                running,
                () -> background.start(running, work -> runAndGoOn(job, running), done, failed),
                () -> failed.accept(new ClientException(CANCELLED, "Newer work came first"))));
        while (waiting.size() > limit) {
            waiting.removeLast().drop.run();
        }
        startNext();
        return running;
    }

    private <T> T runAndGoOn(Job<T> job, Running running) throws ClientException {
        try {
            if (running.cancelled()) {
                throw new ClientException(CANCELLED, "Cancelled before it began");
            }
            return job.run(running);
        } finally {
            EventQueue.invokeLater(this::ended);
        }
    }

    private void ended() {
        busy--;
        startNext();
    }

    private void startNext() {
        while (busy < atOnce && !waiting.isEmpty()) {
            Waiting next = waiting.pop();
            if (!next.running.cancelled()) {
                busy++;
                next.start.run();
            }
        }
    }
}
