package netreader.format.txt.chapters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import netreader.format.FormatException;
import netreader.format.Outline;
import netreader.format.Work;
import netreader.format.txt.file.Detection;
import netreader.format.txt.file.TextFile;

/** The outline of an open text: looked for once, over as many calls as it takes. Any thread. */
public final class TextOutline {
    /** What takes less is looked for again instead of being stored. */
    private static final long WORTH_STORING_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long LOOK_AT_WORK_MILLIS = 5;

    /** The rules for the book at this moment. */
    public interface Rules {
        ChapterRules current() throws FormatException;
    }

    private final TextFile file;
    private final Detection detection;
    private final Rules rules;
    private final Path cache;
    private final ReentrantLock looking = new ReentrantLock();
    private Optional<ChapterRules> used = Optional.empty();
    private Optional<ChapterFinder> finder = Optional.empty();
    private Outline outline = Outline.NONE;
    private long nanos;

    /** @param cache a folder for what belongs to this text */
    public TextOutline(TextFile file, Detection detection, Rules rules, Path cache) {
        this.file = file;
        this.detection = detection;
        this.rules = rules;
        this.cache = cache;
    }

    /** Goes on where the last call ended; incomplete if the work was cancelled. */
    public Outline get(Work work) throws FormatException {
        if (!lock(work)) {
            return new Outline(List.of(), false);
        }
        try {
            ChapterRules current = rules.current();
            if (used.isEmpty() || !used.get().identity().equals(current.identity())) {
                begin(current);
            }
            if (finder.isPresent()) {
                goOn(finder.get(), work);
            }
            return outline;
        } finally {
            looking.unlock();
        }
    }

    private void begin(ChapterRules current) {
        Optional<Outline> stored = store(current).read();
        finder = stored.isPresent() ? Optional.empty() : Optional.of(new ChapterFinder(file, detection, current));
        outline = stored.orElse(Outline.NONE);
        used = Optional.of(current);
        nanos = 0;
    }

    private void goOn(ChapterFinder found, Work work) throws FormatException {
        long start = System.nanoTime();
        outline = found.find(work);
        nanos += System.nanoTime() - start;
        if (outline.complete()) {
            finder = Optional.empty();
            if (nanos >= WORTH_STORING_NANOS) {
                store(used.orElseThrow()).write(outline);
            }
        }
    }

    private OutlineStore store(ChapterRules current) {
        return new OutlineStore(cache, file.size() + "\n" + detection.charset() + "\n" + current.identity());
    }

    private boolean lock(Work work) {
        try {
            while (!looking.tryLock(LOOK_AT_WORK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (work.cancelled()) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
