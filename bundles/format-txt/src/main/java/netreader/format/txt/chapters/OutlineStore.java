package netreader.format.txt.chapters;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import netreader.format.Outline;

/** Keeps a finished outline in a file. What cannot be read or written is as if it were not there. Any thread. */
final class OutlineStore {
    private static final Logger LOG = System.getLogger(OutlineStore.class.getName());

    /** Changes when the same rules may find something else. */
    private static final int VERSION = 1;

    private static final int MOST_ENTRIES = 1_000_000;

    private final Path file;

    /** @param made says what the outline was made of: other content has another folder */
    OutlineStore(Path folder, String made) {
        this.file = folder.resolve("outline-" + fingerprint(VERSION + "\n" + made));
    }

    private static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** The outline; empty if there is none, or the file is damaged. */
    Optional<Outline> read() {
        CRC32 sum = new CRC32();
        try (DataInputStream in =
                new DataInputStream(new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), sum))) {
            int count = in.readInt();
            if (count < 0 || count > MOST_ENTRIES) {
                throw new IOException("it has " + count + " entries");
            }
            List<Outline.Entry> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                entries.add(new Outline.Entry(in.readUTF(), in.readInt(), in.readLong()));
            }
            long expected = sum.getValue();
            if (in.readLong() != expected) {
                throw new IOException("its sum is wrong");
            }
            return Optional.of(new Outline(entries, true));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The outline in {0} is made again: {1}", file, e.toString());
            return Optional.empty();
        }
    }

    /** Replaces what is there, in one step. */
    void write(Outline outline) {
        try {
            Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(file.getParent(), "outline", ".tmp");
            try {
                write(outline, temporary);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The outline cannot be kept in {0}: {1}", file, e.toString());
        }
    }

    private static void write(Outline outline, Path to) throws IOException {
        CRC32 sum = new CRC32();
        try (DataOutputStream out = new DataOutputStream(
                new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(to)), sum))) {
            out.writeInt(outline.entries().size());
            for (Outline.Entry entry : outline.entries()) {
                out.writeUTF(entry.title());
                out.writeInt(entry.level());
                out.writeLong(entry.anchor());
            }
            out.writeLong(sum.getValue());
        }
    }
}
