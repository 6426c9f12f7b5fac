package netreader.format.epub;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.PageSize;

/** Keeps a book's page table on the disk, so that it is laid out once. A file that is torn or foreign is as good as none. */
final class PageTableCache {
    private static final System.Logger LOG = System.getLogger(PageTableCache.class.getName());

    /** Goes up with each change of the layout or of the file's form. */
    private static final int VERSION = 2;

    private static final int MOST_FILES = 300;
    private static final int MOST_BYTES = 64 << 20;

    /** The directory of a ZIP file, with the checksums of its entries, stands at its end. */
    private static final int DIGESTED_END = 1 << 16;

    private static final String SUFFIX = ".epub-pages";

    private final Path file;

    private PageTableCache(Path file) {
        this.file = file;
    }

    /**
     * @param folder that of the format; need not exist
     * @throws FormatException IO if the source failed
     */
    static PageTableCache of(Path folder, BookSource source, PageSettings settings) throws FormatException {
        try {
            long size = source.size();
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(DIGESTED_END, size));
            source.readFully(size - end.capacity(), end);
            String environment = String.join(
                    "\n",
                    Integer.toString(VERSION),
                    Long.toString(size),
                    settings.key(),
                    System.getProperty("java.version"),
                    System.getProperty("os.name"));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(environment.getBytes(StandardCharsets.UTF_8));
            digest.update(end.flip());
            String name = HexFormat.of().formatHex(digest.digest(), 0, 16);
            return new PageTableCache(folder.resolve(name + SUFFIX));
        } catch (IOException e) {
            throw new FormatException(Reason.IO, "The book's file could not be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** @param chapters how many the book has; a table of another book is none */
    Optional<PageTable> read(int chapters) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            long checksum = in.readLong();
            if (checksum != checksum(bytes) || in.readInt() != chapters) {
                return Optional.empty();
            }
            List<PageTable.ChapterPages> pages = new ArrayList<>();
            for (int i = 0; i < chapters; i++) {
                pages.add(readChapter(in));
            }
            return Optional.of(new PageTable(pages));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static PageTable.ChapterPages readChapter(DataInputStream in) throws IOException {
        List<int[]> parts = new ArrayList<>();
        int partCount = in.readInt();
        for (int i = 0; i < partCount; i++) {
            int[] positions = new int[in.readInt()];
            for (int page = 0; page < positions.length; page++) {
                positions[page] = in.readInt();
            }
            parts.add(positions);
        }
        Map<String, Integer> ids = new HashMap<>();
        int idCount = in.readInt();
        for (int i = 0; i < idCount; i++) {
            ids.put(in.readUTF(), in.readInt());
        }
        Optional<PageSize> size =
                in.readBoolean() ? Optional.of(new PageSize(in.readDouble(), in.readDouble())) : Optional.empty();
        return new PageTable.ChapterPages(parts, ids, size);
    }

    /** A disk that is full costs the next opening its time, and nothing else. */
    void write(PageTable table) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(body);
            out.writeLong(0);
            out.writeInt(table.chapters().size());
            for (PageTable.ChapterPages chapter : table.chapters()) {
                writeChapter(chapter, out);
            }
            byte[] bytes = body.toByteArray();
            ByteBuffer.wrap(bytes).putLong(checksum(bytes));
            Path folder = Files.createDirectories(file.getParent());
            makeRoom(folder);
            Path draft = Files.createTempFile(folder, "pages", ".tmp");
            Files.write(draft, bytes);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The pages of a book could not be kept: {0}", e.getMessage());
        }
    }

    private static void writeChapter(PageTable.ChapterPages chapter, DataOutputStream out) throws IOException {
        out.writeInt(chapter.parts().size());
        for (int[] part : chapter.parts()) {
            out.writeInt(part.length);
            for (int position : part) {
                out.writeInt(position);
            }
        }
        out.writeInt(chapter.ids().size());
        for (Map.Entry<String, Integer> id : chapter.ids().entrySet()) {
            out.writeUTF(id.getKey());
            out.writeInt(id.getValue());
        }
        out.writeBoolean(chapter.size().isPresent());
        if (chapter.size().isPresent()) {
            out.writeDouble(chapter.size().get().width());
            out.writeDouble(chapter.size().get().height());
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, Long.BYTES, bytes.length - Long.BYTES);
        return checksum.getValue();
    }

    private static void makeRoom(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> tables = files.filter(each -> each.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparingLong(PageTableCache::age).reversed())
                    .toList();
            for (int i = MOST_FILES - 1; i < tables.size(); i++) {
                Files.deleteIfExists(tables.get(i));
            }
        }
    }

    private static long age(Path table) {
        try {
            return Files.getLastModifiedTime(table).toMillis();
        } catch (IOException e) {
            return 0; // somebody else has deleted it
        }
    }
}
