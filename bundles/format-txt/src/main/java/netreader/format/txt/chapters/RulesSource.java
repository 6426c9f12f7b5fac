package netreader.format.txt.chapters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The rules for chapters: those of a file that a person may edit at any time, or the bundle's own. Any thread. */
public final class RulesSource {
    private static final Logger LOG = System.getLogger(RulesSource.class.getName());
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** A bigger file is something else. */
    private static final long MOST_BYTES = 1 << 20;

    /** Tells one state of the file from the next. */
    private record Stamp(FileTime modified, long size) {}

    /** The bundle's own rules, read when they are needed first. */
    private static final class BuiltIn {
        static final ChapterRules RULES = read();

        private static ChapterRules read() {
            try {
                return RulesReader.read(builtIn());
            } catch (RulesReader.BadRules e) {
                throw new IllegalStateException("chapters.rules of the bundle, " + e.getMessage(), e);
            }
        }
    }

    private final Optional<Path> file;
    private Optional<ChapterRules> read = Optional.empty();
    private Optional<Stamp> stamp = Optional.empty();
    private boolean missing;
    private long lookedAt;
    private boolean looked;

    public RulesSource(Optional<Path> file) {
        this.file = file;
    }

    /** The rules as they are now; looks at the file at most once a second. */
    public synchronized ChapterRules current() {
        long now = System.nanoTime();
        if (file.isPresent() && (!looked || now - lookedAt >= PAUSE_NANOS)) {
            look(file.get());
            looked = true;
            lookedAt = now;
        }
        return read.orElseGet(() -> BuiltIn.RULES);
    }

    /** The names of the rule sets. Costs little: a format is asked for it while everything starts. */
    public List<String> names() {
        return text().lines()
                .map(String::strip)
                .filter(line -> line.startsWith("[") && line.endsWith("]"))
                .map(line -> line.substring(1, line.length() - 1))
                .toList();
    }

    private String text() {
        try {
            return file.isPresent() ? Files.readString(file.get()) : builtIn();
        } catch (IOException e) {
            return builtIn(); // whoever looks for chapters says what is wrong with the file
        }
    }

    private static String builtIn() {
        try (InputStream in = RulesSource.class.getResourceAsStream("chapters.rules")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look(Path path) {
        try {
            Stamp seen = new Stamp(Files.getLastModifiedTime(path), Files.size(path));
            missing = false;
            if (stamp.isPresent() && stamp.get().equals(seen)) {
                return;
            }
            stamp = Optional.of(seen);
            if (seen.size() > MOST_BYTES) {
                throw new IOException("it has more than " + MOST_BYTES + " bytes");
            }
            read = Optional.of(RulesReader.read(Files.readString(path)));
        } catch (NoSuchFileException e) {
            if (!missing) {
                LOG.log(
                        Level.WARNING,
                        "There is no file {0} with rules for chapters; the rules from before hold",
                        path);
            }
            missing = true;
            stamp = Optional.empty();
        } catch (RulesReader.BadRules e) {
            LOG.log(Level.WARNING, "{0}, {1}; the rules from before hold", path, e.getMessage());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} cannot be read: {1}; the rules from before hold", path, e.getMessage());
        }
    }
}
