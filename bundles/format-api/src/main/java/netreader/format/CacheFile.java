package netreader.format;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Something that a format has computed of a book and keeps in {@link OpenOptions#cache()}, so that it does so once. It is
 * whole, or as good as not there; nothing here fails. Any thread, also in several processes.
 */
public final class CacheFile {
    private static final Logger LOG = System.getLogger(CacheFile.class.getName());

    /** In one folder, of one kind; those that were written long ago go. */
    private static final int MOST_FILES = 300;

    private static final int MOST_BYTES = 64 << 20;

    private final Path folder;
    private final String kind;
    private final Path file;

    private CacheFile(Path folder, String kind, Path file) {
        this.folder = folder;
        this.kind = kind;
        this.file = file;
    }

    /**
     * A file that need not exist.
     *
     * @param folder that of the options; need not exist
     * @param kind letters and digits that say what is kept, such as {@code outline}
     * @param made what it is made of, apart from the format's program, for which a number goes up with each change of its
     *     results: the book's content, which the folder may share with others, and what was chosen. Other bytes here are
     *     another file
     */
    public static CacheFile of(Path folder, String kind, byte[] made) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(made);
            return new CacheFile(
                    folder, kind, folder.resolve(kind + "-" + HexFormat.of().formatHex(digest, 0, 16)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** As {@link #of(Path, String, byte[])}, for what can be said in words. */
    public static CacheFile of(Path folder, String kind, String made) {
        return of(folder, kind, made.getBytes(StandardCharsets.UTF_8));
    }

    /** What was written; empty if there is nothing, or not all of it. */
    public Optional<byte[]> read() {
        try {
            if (Files.size(file) > MOST_BYTES || Files.size(file) < Long.BYTES) {
                throw new IOException("it has " + Files.size(file) + " bytes");
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            long sum = bytes.getLong();
            byte[] content = new byte[bytes.remaining()];
            bytes.get(content);
            if (sum != sum(content)) {
                throw new IOException("its sum is wrong");
            }
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "What is kept in {0} is computed again: {1}", file, e.toString());
            return Optional.empty();
        }
    }

    /** Replaces what is there, in one step. A disk that is full costs the next opening its time, and nothing else. */
    public void write(byte[] content) {
        if (content.length > MOST_BYTES - Long.BYTES) {
            return;
        }
        try {
            Files.createDirectories(folder);
            makeRoom();
            Path draft = Files.createTempFile(folder, kind, ".tmp");
            try {
                ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + content.length);
                Files.write(draft, bytes.putLong(sum(content)).put(content).array());
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Nothing can be kept in {0}: {1}", file, e.toString());
        }
    }

    private static long sum(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return sum.getValue();
    }

    private void makeRoom() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> kept = files.filter(each -> each.getFileName().toString().startsWith(kind + "-"))
                    .sorted(Comparator.comparingLong(CacheFile::written).reversed())
                    .toList();
            for (int i = MOST_FILES - 1; i < kept.size(); i++) {
                Files.deleteIfExists(kept.get(i));
            }
        }
    }

    private static long written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0; // somebody else has deleted it
        }
    }
}
