package netreader.format.registry.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** One call into a format, which may be given up while it runs. Any thread. */
final class FormatCall<T> extends FutureTask<T> {
    private final Running<T> running;

    FormatCall(Callable<T> call, Consumer<T> late) {
        this(new Running<>(call, late));
    }

    private FormatCall(Running<T> running) {
        super(running);
        this.running = running;
    }

    /** Interrupts the call if it runs. */
    void interrupt() {
        running.interrupt();
    }

    /**
     * Nobody waits for the call any more.
     *
     * @param whenEnded run when it ends after all
     * @return false if it has ended
     */
    boolean giveUp(Runnable whenEnded) {
        return running.giveUp(whenEnded);
    }

    private static final class Running<T> implements Callable<T> {
        private final Callable<T> call;
        private final Consumer<T> late;
        private Thread thread;
        private boolean ended;
        private boolean interrupted;
        private Runnable whenEnded;

        Running(Callable<T> call, Consumer<T> late) {
            this.call = call;
            this.late = late;
        }

        @Override
        public T call() throws Exception {
            begin();
            T result = null;
            try {
                result = call.call();
                return result;
            } finally {
                end(result);
            }
        }

        private synchronized void begin() {
            thread = Thread.currentThread();
            if (interrupted) {
                thread.interrupt();
            }
        }

        private void end(T result) {
            Runnable given;
            synchronized (this) {
                ended = true;
                given = whenEnded;
            }
            var unused = Thread.interrupted(); // not for the next call
            if (given != null) {
                Thread.currentThread().setName(Thread.currentThread().getName().replace("-stuck", ""));
                given.run();
                if (result != null) {
                    late.accept(result);
                }
            }
        }

        synchronized void interrupt() {
            interrupted = true;
            if (thread != null && !ended) {
                thread.interrupt();
            }
        }

        synchronized boolean giveUp(Runnable then) {
            if (ended) {
                return false;
            }
            whenEnded = then;
            if (thread != null) {
                thread.setName(thread.getName() + "-stuck");
                thread.interrupt(); // whoever listens to that ends now
            }
            return true;
        }
    }
}
