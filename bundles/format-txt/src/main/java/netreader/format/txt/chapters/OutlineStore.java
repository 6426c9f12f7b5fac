package netreader.format.txt.chapters;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netreader.format.CacheFile;
import netreader.format.Outline;

/** Keeps a finished outline. What cannot be read or written is as if it were not there. Any thread. */
final class OutlineStore {
    /** Changes when the same rules may find something else. */
    private static final int VERSION = 2;

    private final CacheFile file;

    /** @param made says what the outline was made of: other content has another folder */
    OutlineStore(Path folder, String made) {
        this.file = CacheFile.of(folder, "outline", VERSION + "\n" + made);
    }

    /** The outline; empty if there is none, or the file is damaged. */
    Optional<Outline> read() {
        return file.read().flatMap(OutlineStore::decoded);
    }

    private static Optional<Outline> decoded(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            List<Outline.Entry> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                entries.add(new Outline.Entry(in.readUTF(), in.readInt(), in.readLong()));
            }
            return Optional.of(new Outline(entries, true));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Replaces what is there, in one step. */
    void write(Outline outline) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(outline.entries().size());
            for (Outline.Entry entry : outline.entries()) {
                out.writeUTF(entry.title());
                out.writeInt(entry.level());
                out.writeLong(entry.anchor());
            }
        } catch (IOException e) {
            return; // a title of more than 64 KB
        }
        file.write(bytes.toByteArray());
    }
}
