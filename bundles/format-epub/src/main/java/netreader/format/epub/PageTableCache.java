package netreader.format.epub;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.format.BookSource;
import netreader.format.CacheFile;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.PageSize;

/**
 * Keeps a book's page table on the disk, so that it is laid out once; an incomplete one too, so that a layout that did not
 * come to its end goes on where it was. A file that is torn or foreign is as good as none.
 */
final class PageTableCache {
    /** Goes up with each change of the layout or of the file's form. */
    private static final int VERSION = 4;

    /** The directory of a ZIP file, with the checksums of its entries, stands at its end. */
    private static final int DIGESTED_END = 1 << 16;

    private final CacheFile file;

    private PageTableCache(CacheFile file) {
        this.file = file;
    }

    /**
     * @param folder that of the format; need not exist
     * @throws FormatException IO if the source failed
     */
    static PageTableCache of(Path folder, BookSource source, PageSettings settings) throws FormatException {
        try {
            long size = source.size();
            byte[] environment = String.join(
                            "\n",
                            Integer.toString(VERSION),
                            Long.toString(size),
                            settings.key(),
                            System.getProperty("java.version"),
                            System.getProperty("os.name"))
                    .getBytes(StandardCharsets.UTF_8);
            int end = (int) Math.min(DIGESTED_END, size);
            ByteBuffer made = ByteBuffer.allocate(environment.length + end).put(environment);
            source.readFully(size - end, made);
            return new PageTableCache(CacheFile.of(folder, "epub", made.array()));
        } catch (IOException e) {
            throw new FormatException(Reason.IO, "The book's file could not be read", e);
        }
    }

    /** @param chapters how many the book has; a table of another book is none */
    Optional<PageTable> read(int chapters) {
        return file.read().flatMap(bytes -> decoded(bytes, chapters));
    }

    private static Optional<PageTable> decoded(byte[] bytes, int chapters) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != chapters) {
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

    /** A table that cannot be kept is made again at the next opening. */
    void write(PageTable table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(table.chapters().size());
            for (PageTable.ChapterPages chapter : table.chapters()) {
                writeChapter(chapter, out);
            }
        } catch (IOException e) {
            return; // an id of more than 64 KB
        }
        file.write(bytes.toByteArray());
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
}
