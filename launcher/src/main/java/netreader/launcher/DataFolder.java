package netreader.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/** Where NetReader keeps what it must remember: one folder for the server, one for the reader. */
record DataFolder(Path root) {
    /** The folder of one of the two, claimed by this process until it ends. */
    record Claim(Path folder, FileChannel lock) implements AutoCloseable {
        Path frameworkCache() {
            return folder.resolve("felix");
        }

        Path log() {
            return folder.resolve("netreader.log");
        }

        @Override
        public void close() throws IOException {
            lock.close();
        }
    }

    static DataFolder of(Optional<Path> chosen) {
        return new DataFolder(chosen.orElseGet(
                        () -> usual(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home")))
                .toAbsolutePath()
                .normalize());
    }

    /** Where the operating system wants such things. */
    static Path usual(Map<String, String> environment, String system, String userHome) {
        if (system.startsWith("Windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return local.isEmpty() ? Path.of(userHome, "AppData", "Local", "NetReader") : Path.of(local, "NetReader");
        }
        if (system.startsWith("Mac")) {
            return Path.of(userHome, "Library", "Application Support", "NetReader");
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        // The XDG specification: a relative path is to be ignored.
        return xdg.startsWith("/") ? Path.of(xdg, "netreader") : Path.of(userHome, ".local", "share", "netreader");
    }

    Path server() {
        return root.resolve("server");
    }

    Path reader() {
        return root.resolve("reader");
    }

    /** Where the reader keeps copies of books; empty if that cannot be written. */
    Optional<Path> copies() {
        Path existing = reader();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return Files.isWritable(existing) ? Optional.of(reader().resolve("copies")) : Optional.empty();
    }

    /**
     * Makes the folder, for its owner alone, and locks it: two frameworks on one cache destroy it without a word.
     *
     * @param folder {@link #server()} or {@link #reader()}
     */
    static Claim claim(Path folder) throws LaunchException {
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new LaunchException(
                        "LOCAL_IO", "Another NetReader uses the data folder " + folder + "; choose one with --data");
            }
            return new Claim(folder, channel);
        } catch (IOException e) {
            throw new LaunchException("LOCAL_IO", "The data folder " + folder + " cannot be written", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) { // held by this very process
            return false;
        }
    }
}
