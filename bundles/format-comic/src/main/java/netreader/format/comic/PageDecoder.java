package netreader.format.comic;

import java.awt.image.BufferedImage;
import java.lang.ref.SoftReference;
import netreader.format.FormatException;
import netreader.format.Work;
import netreader.format.archive.Archive;
import netreader.format.archive.Pictures;

/** Decodes the pictures of a comic, and keeps the last one for the next size in which it is wanted. One thread at a time. */
final class PageDecoder {
    private static final String WHAT = "The picture of this page";

    private final Archive archive;
    private SoftReference<Decoded> last = new SoftReference<>(null);

    private record Decoded(Archive.Entry page, BufferedImage picture) {}

    PageDecoder(Archive archive) {
        this.archive = archive;
    }

    /** The size of a page's picture, for which only its header is read. */
    Pictures.Pixels size(Archive.Entry page) throws FormatException {
        return Pictures.size(archive, page, WHAT);
    }

    /** A page's picture, with not many more pixels than are wanted. */
    BufferedImage picture(Archive.Entry page, int width, int height, Work work) throws FormatException {
        return Pictures.reduced(whole(page, work), width, height, work);
    }

    private BufferedImage whole(Archive.Entry page, Work work) throws FormatException {
        Decoded decoded = last.get();
        if (decoded != null && decoded.page() == page) {
            return decoded.picture();
        }
        BufferedImage picture = Pictures.read(archive, page, WHAT, work);
        last = new SoftReference<>(new Decoded(page, picture));
        return picture;
    }

    void forget() {
        last.clear();
    }
}
