package netreader.format.comic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A ZIP archive of pictures, in the order in which they are read. Nothing is ever unpacked to the disk. */
final class PictureArchive implements AutoCloseable {
    /** Thirty times as many as a thick volume has. */
    private static final int MOST_ENTRIES = 20_000;

    /** Of one entry, unpacked. */
    private static final int MOST_BYTES = 256 << 20;

    private static final Set<String> PICTURES = Set.of(
            "jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "webp", "tif", "tiff", "avif", "jxl", "heic", "jp2");
    private static final String COMIC_INFO = "comicinfo.xml";

    private final ZipFile zip;
    private final List<Page> pages;
    private final Optional<ZipArchiveEntry> comicInfo;

    /** @param name with its folders, by slashes */
    record Page(String name, ZipArchiveEntry entry) {
        /** The folder's path; empty for the archive itself. */
        String folder() {
            return name.substring(0, Math.max(0, name.lastIndexOf('/')));
        }
    }

    private PictureArchive(ZipFile zip, List<Page> pages, Optional<ZipArchiveEntry> comicInfo) {
        this.zip = zip;
        this.pages = pages;
        this.comicInfo = comicInfo;
    }

    static PictureArchive open(BookSource source) throws FormatException {
        refuseOtherArchives(source);
        ZipFile zip = null;
        try {
            // Headers in front of the entries would each be a round trip to the server; the directory says it all.
            zip = ZipFile.builder()
                    .setSeekableByteChannel(new SourceChannel(source))
                    .setIgnoreLocalFileHeader(true)
                    .setUseUnicodeExtraFields(true)
                    .get();
            return of(zip);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            closeQuietly(zip);
            throw Failures.of(e, "This comic");
        } catch (FormatException e) {
            closeQuietly(zip);
            throw e;
        }
    }

    /** Comics are often renamed from one kind to the other. */
    private static void refuseOtherArchives(BookSource source) throws FormatException {
        ByteBuffer start = ByteBuffer.allocate(6);
        try {
            source.readFully(0, start);
        } catch (IOException e) {
            throw Failures.of(new Failures.SourceFailure(e), "This comic");
        }
        String signature = new String(start.array(), StandardCharsets.ISO_8859_1);
        if (signature.startsWith("Rar!")) {
            throw new FormatException(
                    Reason.UNSUPPORTED, "This is a RAR archive (CBR); only ZIP (CBZ) can be read here");
        }
        if (signature.startsWith("7z\u00bc\u00af")) {
            throw new FormatException(
                    Reason.UNSUPPORTED, "This is a 7z archive (CB7); only ZIP (CBZ) can be read here");
        }
    }

    private static PictureArchive of(ZipFile zip) throws FormatException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MOST_ENTRIES) {
            throw new FormatException(
                    Reason.TOO_COSTLY, "This comic has " + entries.size() + " entries, and may have " + MOST_ENTRIES);
        }
        var charset = EntryNames.charset(entries.stream()
                .filter(entry -> !entry.getGeneralPurposeBit().usesUTF8ForNames())
                .map(ZipArchiveEntry::getRawName)
                .toList());
        List<Page> pages = new ArrayList<>();
        Optional<ZipArchiveEntry> info = Optional.empty();
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getGeneralPurposeBit().usesUTF8ForNames()
                    ? entry.getName()
                    : new String(entry.getRawName(), charset);
            String path = name.replace('\\', '/');
            String file = path.substring(path.lastIndexOf('/') + 1);
            if (file.toLowerCase(Locale.ROOT).equals(COMIC_INFO)) {
                info = Optional.of(entry);
            } else if (isPicture(path, file)) {
                pages.add(new Page(path, entry));
            }
        }
        pages.sort(Comparator.comparing(Page::name, NaturalOrder.INSTANCE));
        return new PictureArchive(zip, List.copyOf(pages), info);
    }

    /** Archives carry what the packer's computer has in its folders. */
    private static boolean isPicture(String path, String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0
                && !path.contains("__MACOSX/")
                && PICTURES.contains(file.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    List<Page> pages() {
        return pages;
    }

    /** ComicInfo.xml, if the archive has it. */
    Optional<InputStream> comicInfo() throws FormatException {
        return comicInfo.isPresent()
                ? Optional.of(stream(comicInfo.get(), "The comic's description"))
                : Optional.empty();
    }

    /**
     * The bytes of a page's picture.
     *
     * @throws FormatException DAMAGED, UNSUPPORTED, TOO_COSTLY
     */
    InputStream picture(int page) throws FormatException {
        return stream(pages.get(page).entry(), "The picture");
    }

    private InputStream stream(ZipArchiveEntry entry, String what) throws FormatException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new FormatException(Reason.UNSUPPORTED, what + " is encrypted, which cannot be read here");
        }
        if (!zip.canReadEntryData(entry)) {
            throw new FormatException(Reason.UNSUPPORTED, what + " is packed in a way that cannot be read here");
        }
        if (entry.getSize() > MOST_BYTES) {
            throw new FormatException(Reason.TOO_COSTLY, what + " is too large");
        }
        try {
            return new BoundedStream(zip.getInputStream(entry), MOST_BYTES);
        } catch (IOException | RuntimeException e) {
            throw Failures.of(e, what);
        }
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
