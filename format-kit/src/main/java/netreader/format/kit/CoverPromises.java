package netreader.format.kit;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import netreader.format.Work;

/** What covers promise. */
final class CoverPromises {
    private static final String CHAPTER = "Cover";

    static final List<Promise> ALL = List.of(
            new Promise("A cover is no larger than asked for", "Book.cover", CHAPTER, CoverPromises::fits),
            new Promise(
                    "Making a cover stops when it is cancelled",
                    "Book.cover",
                    CHAPTER,
                    subject -> subject.with(book -> Cancelling.requireStop("cover", work -> book.cover(100, work)))));

    private CoverPromises() {}

    private static void fits(Subject subject) throws Exception {
        subject.with(book -> {
            for (int pixels : new int[] {1, 16, 100, 480}) {
                Optional<BufferedImage> cover = book.cover(pixels, Work.UNCANCELLED);
                Broken.unless(cover != null, "cover answered null; a book without a cover has Optional.empty()");
                Broken.unless(
                        cover.map(picture -> Math.max(picture.getWidth(), picture.getHeight()) <= pixels)
                                .orElse(true),
                        "cover(%d) is %s",
                        pixels,
                        cover.map(picture -> picture.getWidth() + " × " + picture.getHeight() + " pixels"));
            }
            return null;
        });
    }
}
