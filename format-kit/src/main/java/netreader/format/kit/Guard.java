package netreader.format.kit;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Calls a format on a thread of its own, so that one that hangs does not hang the tests. */
final class Guard {
    /** Threads of the kit, which a test of threads does not count. */
    static final String THREAD = "format-kit";

    private static final int FRAMES = 8;

    private Guard() {}

    /** What may end in any way. */
    interface Call<T> {
        T get() throws Exception;
    }

    /**
     * @param what goes on, as the beginning of a sentence
     * @throws Broken if it has not ended by then; its thread is left behind
     */
    @SuppressWarnings("CatchingUnchecked") // whatever the call threw is thrown here
    static <T> T within(Duration limit, String what, Call<T> call) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(call.get());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                THREAD);
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Broken(
                    what + " has not ended after " + limit.toMillis() + " ms; it hangs at " + place(thread), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw (Error) e.getCause();
        }
    }

    private static String place(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
