package netreader.shell.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The levels of java.util.logging, which stands behind System.Logger, by the names of the latter. Any thread. */
final class LogLevels implements AutoCloseable {
    private static final Map<String, Level> LEVELS = new LinkedHashMap<>();

    static {
        LEVELS.put("ALL", Level.ALL);
        LEVELS.put("TRACE", Level.FINER);
        LEVELS.put("DEBUG", Level.FINE);
        LEVELS.put("INFO", Level.INFO);
        LEVELS.put("WARNING", Level.WARNING);
        LEVELS.put("ERROR", Level.SEVERE);
        LEVELS.put("OFF", Level.OFF);
    }

    /** What was changed, by name; a logger that nobody holds would forget its level. */
    private final Map<String, Change> changes = new TreeMap<>();

    /**
     * A change.
     *
     * @param before null if the logger had its parent's level
     * @param end by {@link System#nanoTime()}; empty if it stays
     */
    private record Change(Logger logger, Level before, Optional<Long> end) {}

    /**
     * The level of a logger.
     *
     * @param logger empty for the root
     * @param secondsLeft until the change is taken back, if it was made for a while
     */
    record Shown(String logger, String level, Optional<Long> secondsLeft) {}

    static List<String> names() {
        return List.copyOf(LEVELS.keySet());
    }

    static boolean isLevel(String name) {
        return LEVELS.containsKey(name.toUpperCase(Locale.ROOT));
    }

    /** @param time after which the change is taken back, unless there was another one */
    synchronized void set(String name, String level, Optional<Duration> time) {
        Logger logger = Logger.getLogger(name);
        Change earlier = changes.get(name);
        Change change = new Change(
                logger,
                earlier == null ? logger.getLevel() : earlier.before(),
                time.map(span -> System.nanoTime() + span.toNanos()));
        changes.put(name, change);
        logger.setLevel(LEVELS.get(level.toUpperCase(Locale.ROOT)));
        time.ifPresent(span -> CompletableFuture.delayedExecutor(span.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> takeBack(name, change)));
    }

    private synchronized void takeBack(String name, Change change) {
        if (change.equals(changes.get(name))) {
            reset(name);
        }
    }

    /** Takes a change back, if there was one. */
    synchronized void reset(String name) {
        Change change = changes.remove(name);
        if (change != null) {
            change.logger().setLevel(change.before());
        }
    }

    /** The level from which on a logger logs. */
    String level(String name) {
        Logger logger = Logger.getLogger(name);
        while (logger.getLevel() == null && logger.getParent() != null) {
            logger = logger.getParent();
        }
        Level level = logger.getLevel() == null ? Level.INFO : logger.getLevel();
        return LEVELS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(level))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(level.getName())
                .toLowerCase(Locale.ROOT);
    }

    /** One logger, or the root, NetReader's and all that were changed. */
    synchronized List<Shown> shown(Optional<String> only) {
        TreeMap<String, Change> all = new TreeMap<>(changes);
        all.putIfAbsent("", null);
        all.putIfAbsent("netreader", null);
        List<String> names = only.map(List::of).orElseGet(() -> List.copyOf(all.keySet()));
        List<Shown> shown = new ArrayList<>();
        for (String name : names) {
            Optional<Long> end = Optional.ofNullable(changes.get(name)).flatMap(Change::end);
            shown.add(new Shown(
                    name,
                    level(name),
                    end.map(at -> Math.max(0, TimeUnit.NANOSECONDS.toSeconds(at - System.nanoTime())))));
        }
        return shown;
    }

    @Override
    public synchronized void close() {
        List.copyOf(changes.keySet()).forEach(this::reset);
    }
}
