package netreader.ui.work;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the windows remember from one run to the next, kept in {@code window.properties}. Any thread. */
public final class Preferences {
    private static final System.Logger LOG = System.getLogger(Preferences.class.getName());

    private final Path file;
    private final Properties values = new Properties();
    private volatile Runnable changed = () -> {};
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private volatile boolean unsaved;

    /** Reads what was saved; starts empty if that cannot be read. */
    public Preferences(Path folder) {
        this.file = folder.resolve("window.properties");
        if (Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(Level.WARNING, "The window''s state in {0} cannot be read: {1}", file, e.getMessage());
            }
        }
    }

    public String text(String key, String otherwise) {
        return values.getProperty(key, otherwise);
    }

    public int number(String key, int otherwise) {
        try {
            return Integer.parseInt(values.getProperty(key, ""));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    public boolean flag(String key) {
        return Boolean.parseBoolean(values.getProperty(key));
    }

    /** Hears of every change, on the thread that makes it. */
    public void listen(Runnable listener) {
        changed = listener;
    }

    /** As {@link #listen}, beside that one and others, until what is returned was run. */
    public Runnable follow(Runnable listener) {
        followers.add(listener);
        return () -> followers.remove(listener);
    }

    public void put(String key, Object value) {
        String text = value.toString();
        if (!text.equals(values.setProperty(key, text))) {
            unsaved = true;
            changed.run();
            followers.forEach(Runnable::run);
        }
    }

    /** Forgets every value whose key begins so, for which nobody needs to hear of it. */
    public void removeAll(String prefix) {
        unsaved |= values.keySet().removeIf(key -> key.toString().startsWith(prefix));
    }

    /** Writes what has changed to a new file that then takes the place of the old one. */
    public synchronized void save() {
        if (!unsaved) {
            return;
        }
        unsaved = false;
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try (Writer writer = Files.newBufferedWriter(part)) {
                values.store(writer, null);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The window''s state cannot be kept in {0}: {1}", file, e.getMessage());
        }
    }
}
