package netreader.catalogue.internal.scan;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystem;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;

/** Watches folders with what the system offers, on a thread of its own. Where it offers too little, says so once. */
final class FolderEvents implements FolderWatch {
    private static final Logger LOG = System.getLogger(FolderEvents.class.getName());

    /** Who hears of events, on their thread. */
    interface Listener {
        /** Something in this folder is another. */
        void changed(String folder);

        /** What is ignored below this folder is another. */
        void rulesChanged(String folder);

        /** There were events that nobody knows. */
        void missed();
    }

    private final WatchService service;
    private final Listener listener;
    private final Map<String, WatchKey> keys = new HashMap<>();
    private final Map<WatchKey, String> folders = new HashMap<>();
    private boolean complained;

    private FolderEvents(WatchService service, Listener listener) {
        this.service = service;
        this.listener = listener;
    }

    static FolderWatch start(FileSystem files, Listener listener) {
        try {
            FolderEvents events = new FolderEvents(files.newWatchService(), listener);
            Thread thread = new Thread(events::run, "netreader-library-events");
            thread.setDaemon(true);
            thread.start();
            return events;
        } catch (IOException | UnsupportedOperationException e) {
            LOG.log(Level.WARNING, "The library cannot be watched; it is looked at now and then ({0})", e.getMessage());
            return NONE;
        }
    }

    @Override
    public synchronized void add(String folder, Path path) {
        try {
            WatchKey key = path.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
            WatchKey before = keys.put(folder, key);
            folders.put(key, folder);
            if (before != null && !before.equals(key)) {
                release(before, folder);
            }
        } catch (ClosedWatchServiceException e) {
            LOG.log(Level.DEBUG, "The library is not watched any more");
        } catch (NoSuchFileException e) {
            LOG.log(Level.DEBUG, "{0} has just gone", path);
        } catch (IOException | UnsupportedOperationException e) {
            if (!complained) {
                complained = true;
                LOG.log(
                        Level.WARNING,
                        "Not every folder of the library can be watched; changes in the others are found now and then"
                                + " ({0})",
                        e.getMessage());
            }
        }
    }

    @Override
    public synchronized void remove(String folder) {
        WatchKey key = keys.remove(folder);
        if (key != null) {
            release(key, folder);
        }
    }

    /** A folder that was renamed is watched on, under its new name. */
    private void release(WatchKey key, String folder) {
        if (folders.remove(key, folder)) {
            key.cancel();
        }
    }

    private synchronized String folder(WatchKey key) {
        return folders.get(key);
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = service.take();
                String folder = folder(key);
                for (WatchEvent<?> event : key.pollEvents()) {
                    if (folder != null) {
                        tell(event, folder);
                    }
                }
                key.reset();
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            LOG.log(Level.DEBUG, "The library is not watched any more");
        }
    }

    private void tell(WatchEvent<?> event, String folder) {
        if (event.kind().equals(OVERFLOW)) {
            listener.missed();
            return;
        }
        String name = String.valueOf(event.context());
        if (name.equals(IgnoreFiles.NAME)) {
            listener.rulesChanged(folder);
        } else if (!IgnoreRules.always(name)) {
            listener.changed(folder);
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Watching the library did not end: {0}", e.getMessage());
        }
    }
}
