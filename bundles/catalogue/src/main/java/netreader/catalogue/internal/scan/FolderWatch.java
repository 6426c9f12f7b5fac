package netreader.catalogue.internal.scan;

import java.nio.file.Path;

/** Watches single folders, as far as the system can. Any thread. */
interface FolderWatch extends AutoCloseable {
    /** Watches none: looking again and again is enough. */
    FolderWatch NONE = new FolderWatch() {
        @Override
        public void add(String folder, Path path) {}

        @Override
        public void remove(String folder) {}

        @Override
        public void close() {}
    };

    /** @param folder in the library; if its path was watched under another name, it has this one now */
    void add(String folder, Path path);

    void remove(String folder);

    @Override
    void close();
}
