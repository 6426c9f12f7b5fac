package netreader.transport.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/** A thread for each connection: virtual where the JDK has such (21 and later), else a platform thread. */
final class Threads {
    private static final int STACK_BYTES = 256 * 1024;

    private Threads() {}

    static ThreadFactory perConnection() {
        try {
            Class<?> executors = Class.forName("java.lang.Thread$Builder");
            Object builder = MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class,
                            "ofVirtual",
                            MethodType.methodType(Class.forName("java.lang.Thread$Builder$OfVirtual")))
                    .invoke();
            return (ThreadFactory) MethodHandles.publicLookup()
                    .findVirtual(executors, "factory", MethodType.methodType(ThreadFactory.class))
                    .invoke(builder);
        } catch (Throwable e) { // before 21; a method handle may throw anything
            return platform();
        }
    }

    private static ThreadFactory platform() {
        AtomicLong count = new AtomicLong();
        return task -> {
            Thread thread = new Thread(null, task, "netreader-connection-" + count.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        };
    }
}
