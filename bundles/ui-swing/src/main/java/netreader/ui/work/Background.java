package netreader.ui.work;

import java.awt.EventQueue;
import java.lang.System.Logger.Level;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import netreader.client.ClientException;

/** The one place where the windows start threads. Jobs run on a few daemon threads, callbacks on the event thread. */
public final class Background implements AutoCloseable {
    /** The code of failures that should not happen; they are logged with their cause. */
    public static final String INTERNAL = "INTERNAL";

    private static final System.Logger LOG = System.getLogger(Background.class.getName());

    /** Enough for some stalled transfers beside the page that is being turned. */
    private static final int THREADS = 8;

    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(THREADS, THREADS, 20, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                Thread thread = new Thread(task, "netreader-ui-work");
                thread.setDaemon(true);
                return thread;
            });

    public Background() {
        pool.allowCoreThreadTimeOut(true);
        // Work that arrives while the windows close is of no use to anyone.
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Any thread; the callbacks come on the event thread, at most one of them, none after a cancellation. */
    public <T> Running start(Job<T> job, Consumer<? super T> done, Consumer<ClientException> failed) {
        Running running = new Running();
        start(running, job, done, failed);
        return running;
    }

    /** As above, for work that was announced before it starts. */
    public <T> void start(Running running, Job<T> job, Consumer<? super T> done, Consumer<ClientException> failed) {
        pool.execute(() -> {
            try {
                T result = job.run(running);
                deliver(running, () -> done.accept(result));
            } catch (ClientException e) {
                deliver(running, () -> failed.accept(e));
            } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
                LOG.log(Level.WARNING, "Background work failed", e);
                deliver(running, () -> failed.accept(new ClientException(INTERNAL, String.valueOf(e), e)));
            }
        });
    }

    private void deliver(Running running, Runnable callback) {
        EventQueue.invokeLater(() -> {
            if (!running.cancelled() && !pool.isShutdown()) {
                callback.run();
            }
        });
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
