package netreader.format.epub.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import netreader.format.BookMetadata;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.archive.Archive;
import netreader.format.archive.Pictures;
import org.jsoup.nodes.Document;

/**
 * An EPUB as it lies in its archive. One thread at a time, apart from {@link #bytes} and {@link #pictureSize}, which any
 * thread may call.
 */
public final class Publication implements AutoCloseable {
    private static final String WHAT = "This EPUB";
    private static final String CONTAINER = "META-INF/container.xml";
    private static final String ENCRYPTION = "META-INF/encryption.xml";

    /** Of a package document, a table of contents or a style sheet. */
    private static final int MOST_BYTES = 32 << 20;

    private final Archive archive;
    private final Map<String, Archive.Entry> entries = new HashMap<>();
    private final String packagePath;
    private final PackageDocument document;
    private final Encryption encryption;
    private final String identifier;
    private final List<SpineItem> spine;

    private Publication(Archive archive) throws FormatException {
        this.archive = archive;
        for (Archive.Entry entry : archive.entries()) {
            entries.putIfAbsent(entry.name(), entry);
        }
        for (Archive.Entry entry : archive.entries()) {
            entries.putIfAbsent(folded(entry.name()), entry);
        }
        packagePath = packagePath();
        document = new PackageDocument(Markup.xml(bytes(packagePath), "The package document"), packagePath);
        identifier = document.identifier();
        encryption = has(ENCRYPTION)
                ? Encryption.of(Markup.xml(bytes(ENCRYPTION), "The list of encrypted files"))
                : Encryption.NONE;
        spine = presentSpine();
    }

    /**
     * Reads what is needed to know the files of the book and their order.
     *
     * @throws FormatException DAMAGED without a package document or anything to read, UNSUPPORTED if it is encrypted,
     *     TOO_COSTLY, IO
     */
    public static Publication open(BookSource source) throws FormatException {
        Archive archive = Archive.open(source, WHAT);
        try {
            return new Publication(archive);
        } catch (FormatException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /** By the container, or where there is none, by its name. */
    private String packagePath() throws FormatException {
        if (has(CONTAINER)) {
            Document container = Markup.xml(bytes(CONTAINER), "The container");
            Optional<String> named = Tags.all(container, "rootfile").stream()
                    .map(file -> Href.resolve("", Tags.attribute(file, "full-path")))
                    .flatMap(Optional::stream)
                    .map(Href::path)
                    .filter(this::has)
                    .findFirst();
            if (named.isPresent()) {
                return named.get();
            }
        }
        return archive.entries().stream()
                .map(Archive.Entry::name)
                .filter(name -> folded(name).endsWith(".opf"))
                .findFirst()
                .orElseThrow(() -> new FormatException(
                        Reason.DAMAGED, "This is no EPUB: the archive has no container and no package document"));
    }

    private List<SpineItem> presentSpine() throws FormatException {
        List<SpineItem> named = document.spine();
        if (named.stream().anyMatch(each -> encryption.locks(each.item().path()))) {
            throw new FormatException(
                    Reason.UNSUPPORTED, "This EPUB is encrypted for its seller's programs and cannot be read here");
        }
        List<SpineItem> present = new ArrayList<>(
                named.stream().filter(each -> has(each.item().path())).toList());
        if (present.isEmpty()) {
            throw new FormatException(Reason.DAMAGED, "This EPUB has nothing to read: its chapters are missing");
        }
        return List.copyOf(present);
    }

    public BookMetadata metadata() {
        return document.metadata();
    }

    /** The files that are read, in their order; at least one, and all of them are in the archive. */
    public List<SpineItem> spine() {
        return spine;
    }

    /** Whether pages are turned to the left. */
    public boolean isRightToLeft() {
        return document.isRightToLeft();
    }

    /** The table of contents; empty if there is none that can be read. */
    public List<NavPoint> contents() throws FormatException {
        List<NavPoint> points = List.of();
        Optional<ManifestItem> navigation = document.navigation().filter(item -> has(item.path()));
        if (navigation.isPresent()) {
            String path = navigation.get().path();
            points = Contents.ofNavigation(Markup.xml(bytes(path), "The table of contents"), path);
        }
        Optional<ManifestItem> ncx = document.ncx().filter(item -> has(item.path()));
        if (points.isEmpty() && ncx.isPresent()) {
            String path = ncx.get().path();
            points = Contents.ofNcx(Markup.xml(bytes(path), "The table of contents"), path);
        }
        return List.copyOf(points);
    }

    /** The file with the picture of the cover. */
    public Optional<Archive.Entry> cover() {
        return document.cover().filter(ManifestItem::isPicture).flatMap(item -> entry(item.path()));
    }

    /** The file of the page that is the cover. */
    public Optional<String> coverPage() {
        return document.coverPage(packagePath).map(Href::path);
    }

    public Archive archive() {
        return archive;
    }

    public boolean has(String path) {
        return entry(path).isPresent();
    }

    /** The file at a path; names in the wrong case are found, too. */
    public Optional<Archive.Entry> entry(String path) {
        return Optional.ofNullable(entries.get(path)).or(() -> Optional.ofNullable(entries.get(folded(path))));
    }

    /**
     * A whole file, without obfuscation.
     *
     * @throws FormatException DAMAGED if it is missing or broken, UNSUPPORTED, TOO_COSTLY, IO
     */
    public synchronized byte[] bytes(String path) throws FormatException {
        Archive.Entry entry = entry(path)
                .orElseThrow(
                        () -> new FormatException(Reason.DAMAGED, "A file of this EPUB is missing from it: " + path));
        byte[] bytes = archive.bytes(entry, "A file of this EPUB", MOST_BYTES);
        return encryption == null ? bytes : encryption.plain(path, bytes, identifier);
    }

    /** The size of a picture, as it is seen; empty if it is missing or none. */
    public synchronized Optional<Pictures.Pixels> pictureSize(String path) {
        return entry(path).flatMap(entry -> {
            try {
                return Optional.of(Pictures.size(archive, entry, "A picture"));
            } catch (FormatException e) {
                return Optional.empty(); // a page is shown without it
            }
        });
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        archive.close();
    }
}
