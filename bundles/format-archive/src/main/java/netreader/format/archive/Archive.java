package netreader.format.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.BoundedInputStream;

/** A ZIP archive that is read where it lies: nothing is ever unpacked to the disk. One thread at a time. */
public final class Archive implements AutoCloseable {
    /** Thirty times as many as a thick volume has. */
    private static final int MOST_ENTRIES = 20_000;

    /** Of the directory with all names; what is longer fills the memory before it can be counted. */
    private static final int MOST_DIRECTORY_BYTES = 16 << 20;

    /** Of one entry, unpacked. */
    private static final int MOST_BYTES = 256 << 20;

    private final ZipFile zip;
    private final List<Entry> entries;

    /** A file in the archive; its name has its folders in front, by slashes, and is nothing but a name. */
    public static final class Entry {
        private final String name;
        private final ZipArchiveEntry zipped;

        private Entry(String name, ZipArchiveEntry zipped) {
            this.name = name;
            this.zipped = zipped;
        }

        public String name() {
            return name;
        }

        /** The name without its folders. */
        public String fileName() {
            return name.substring(name.lastIndexOf('/') + 1);
        }

        /** The folder's path; empty for the archive itself. */
        public String folder() {
            return name.substring(0, Math.max(0, name.lastIndexOf('/')));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Archive(ZipFile zip, List<Entry> entries) {
        this.zip = zip;
        this.entries = entries;
    }

    /**
     * Reads the archive's directory.
     *
     * @param what such as "This comic"; begins the sentence of a failure
     * @throws FormatException DAMAGED, TOO_COSTLY with more entries than any book has, UNSUPPORTED for another kind of
     *     archive, IO
     */
    public static Archive open(BookSource source, String what) throws FormatException {
        refuseOtherArchives(source, what);
        SourceChannel channel = new SourceChannel(source, MOST_DIRECTORY_BYTES);
        ZipFile zip = null;
        try {
            // Headers in front of the entries would each be a round trip to the server; the directory says it all.
            zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .setUseUnicodeExtraFields(true)
                    .get();
            channel.unbounded();
            return new Archive(zip, entriesOf(zip, what));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            closeQuietly(zip);
            throw Failures.of(e, what);
        } catch (FormatException e) {
            closeQuietly(zip);
            throw e;
        }
    }

    /** Books are often renamed from one kind to the other. */
    private static void refuseOtherArchives(BookSource source, String what) throws FormatException {
        ByteBuffer start = ByteBuffer.allocate(6);
        try {
            source.readFully(0, start);
        } catch (IOException e) {
            throw Failures.of(new Failures.SourceFailure(e), what);
        }
        String signature = new String(start.array(), StandardCharsets.ISO_8859_1);
        if (signature.startsWith("Rar!")) {
            throw new FormatException(Reason.UNSUPPORTED, what + " is a RAR archive; only ZIP can be read here");
        }
        if (signature.startsWith("7z\u00bc\u00af")) {
            throw new FormatException(Reason.UNSUPPORTED, what + " is a 7z archive; only ZIP can be read here");
        }
    }

    private static List<Entry> entriesOf(ZipFile zip, String what) throws FormatException {
        List<ZipArchiveEntry> zipped = Collections.list(zip.getEntries());
        if (zipped.size() > MOST_ENTRIES) {
            throw new FormatException(
                    Reason.TOO_COSTLY, what + " has " + zipped.size() + " entries, and may have " + MOST_ENTRIES);
        }
        Charset charset = EntryNames.charset(zipped.stream()
                .filter(entry -> !entry.getGeneralPurposeBit().usesUTF8ForNames())
                .map(ZipArchiveEntry::getRawName)
                .toList());
        List<Entry> entries = new ArrayList<>();
        for (ZipArchiveEntry entry : zipped) {
            if (!entry.isDirectory()) {
                String name = entry.getGeneralPurposeBit().usesUTF8ForNames()
                        ? entry.getName()
                        : new String(entry.getRawName(), charset);
                entries.add(new Entry(name.replace('\\', '/'), entry));
            }
        }
        return List.copyOf(entries);
    }

    /** The files, in the order of the archive's directory. */
    public List<Entry> entries() {
        return entries;
    }

    /** The file of this name; of several the first, and if there is none, one whose name differs only in its case. */
    public Optional<Entry> entry(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .or(() -> entries.stream()
                        .filter(entry -> entry.name().equalsIgnoreCase(name))
                        .findFirst());
    }

    /**
     * The bytes of a file, as they are unpacked. A read fails where it becomes larger than any book needs.
     *
     * @param what such as "The picture"; begins the sentence of a failure
     * @throws FormatException DAMAGED, UNSUPPORTED for what is encrypted or packed strangely, TOO_COSTLY
     */
    public InputStream stream(Entry entry, String what) throws FormatException {
        if (entry.zipped.getGeneralPurposeBit().usesEncryption()) {
            throw new FormatException(Reason.UNSUPPORTED, what + " is encrypted, which cannot be read here");
        }
        if (!zip.canReadEntryData(entry.zipped)) {
            throw new FormatException(Reason.UNSUPPORTED, what + " is packed in a way that cannot be read here");
        }
        if (entry.zipped.getSize() > MOST_BYTES) {
            throw tooLarge(what);
        }
        try {
            return BoundedInputStream.builder()
                    .setInputStream(zip.getInputStream(entry.zipped))
                    .setMaxCount(MOST_BYTES)
                    .setOnMaxCount((most, count) -> {
                        throw new IOException(what + " unpacks to more than it may");
                    })
                    .get();
        } catch (NoClassDefFoundError e) {
            // XZ and Zstandard are unpacked by libraries that are not here.
            throw new FormatException(Reason.UNSUPPORTED, what + " is packed in a way that cannot be read here", e);
        } catch (IOException | RuntimeException e) {
            throw Failures.of(e, what);
        }
    }

    /**
     * A whole file.
     *
     * @param what such as "The chapter"; begins the sentence of a failure
     * @param mostBytes how large it may be, unpacked
     * @throws FormatException as {@link #stream}, and IO
     */
    public byte[] bytes(Entry entry, String what, int mostBytes) throws FormatException {
        try (InputStream in = stream(entry, what)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw tooLarge(what);
            }
            return bytes;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            throw Failures.of(e, what);
        }
    }

    private static FormatException tooLarge(String what) {
        return new FormatException(Reason.TOO_COSTLY, what + " is too large");
    }

    private static void closeQuietly(ZipFile zip) {
        if (zip != null) {
            try {
                zip.close();
            } catch (IOException e) {
                // The channel is our own, and has nothing to close.
            }
        }
    }

    @Override
    public void close() {
        closeQuietly(zip);
    }
}
