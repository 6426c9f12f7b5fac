package netreader.format.epub;

import java.awt.image.BufferedImage;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import netreader.format.FormatException;
import netreader.format.Work;
import netreader.format.archive.Archive;
import netreader.format.archive.Pictures;
import netreader.format.epub.layout.DataUri;
import netreader.format.epub.layout.Recent;
import netreader.format.epub.layout.Resources;
import netreader.format.epub.publication.Href;
import netreader.format.epub.publication.Publication;

/** What chapters use: style sheets, fonts and pictures out of the archive. One thread at a time. */
final class BookResources implements Resources {
    private static final int KEPT_PICTURES = 8;
    private static final int KEPT_TEXTS = 32;

    private final Publication publication;
    private final Map<String, Optional<Pictures.Pixels>> sizes = new HashMap<>();
    private final Map<String, Optional<String>> texts = new Recent<>(KEPT_TEXTS);
    private final Map<String, SoftReference<BufferedImage>> pictures = new Recent<>(KEPT_PICTURES);

    BookResources(Publication publication) {
        this.publication = publication;
    }

    @Override
    public Optional<String> resolve(String base, String reference) {
        return Href.resolve(base, reference).map(Href::path);
    }

    @Override
    public Optional<String> text(String path) {
        return texts.computeIfAbsent(
                path, unused -> bytes(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<byte[]> bytes(String path) {
        try {
            if (DataUri.is(path)) {
                return DataUri.bytes(path);
            }
            return publication.has(path) ? Optional.of(publication.bytes(path)) : Optional.empty();
        } catch (FormatException e) {
            return Optional.empty(); // a page is shown without it
        }
    }

    @Override
    public Optional<Pictures.Pixels> pictureSize(String path) {
        if (DataUri.is(path)) {
            return DataUri.bytes(path).flatMap(BookResources::size); // a key of megabytes is none to keep
        }
        return sizes.computeIfAbsent(path, publication::pictureSize);
    }

    private static Optional<Pictures.Pixels> size(byte[] picture) {
        try {
            return Optional.of(Pictures.size(picture, "A picture"));
        } catch (FormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<BufferedImage> picture(String path, int width, int height) {
        try {
            SoftReference<BufferedImage> kept = pictures.get(path);
            BufferedImage picture = kept == null ? null : kept.get();
            if (picture == null) {
                Optional<BufferedImage> read = read(path);
                if (read.isEmpty()) {
                    return Optional.empty();
                }
                picture = read.get();
                pictures.put(path, new SoftReference<>(picture));
            }
            return Optional.of(Pictures.reduced(picture, width, height, Work.UNCANCELLED));
        } catch (FormatException e) {
            return Optional.empty();
        }
    }

    private Optional<BufferedImage> read(String path) throws FormatException {
        Optional<byte[]> within = DataUri.is(path) ? DataUri.bytes(path) : Optional.empty();
        if (within.isPresent()) {
            return Optional.of(Pictures.read(within.get(), "A picture", Work.UNCANCELLED));
        }
        Optional<Archive.Entry> entry = publication.entry(path);
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(Pictures.read(publication.archive(), entry.get(), "A picture", Work.UNCANCELLED));
    }
}
