package netreader.format.kit;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import netreader.format.FormatException;
import netreader.format.PageSize;
import netreader.format.PaintedBook;
import netreader.format.Work;

/** What painted pages promise. */
final class PaintingPromises {
    private static final String CHAPTER = "Painting";
    private static final int PIXELS = 300;
    private static final int UNTOUCHED = 0xFF00FF;
    private static final int PAGES = 3;

    /** How much a colour may differ before a pixel counts as different: edges are smoothed in more than one way. */
    private static final int COLOUR = 48;

    /** Of all pixels. */
    private static final double DIFFERENT = 0.03;

    static final List<Promise> ALL = List.of(
            new Promise(
                    "Every page has a size and a label", "PaintedBook.pageSize", CHAPTER, PaintingPromises::haveSizes),
            new Promise("A page is painted all over", "PaintedBook.render", CHAPTER, PaintingPromises::fillsThePage),
            new Promise(
                    "A part of a page looks as it does in the whole",
                    "PaintedBook.render",
                    CHAPTER,
                    PaintingPromises::partsFit),
            new Promise(
                    "Nothing is painted beside the clip", "PaintedBook.render", CHAPTER, PaintingPromises::staysInside),
            new Promise("Painting stops when it is cancelled", "PaintedBook.render", CHAPTER, PaintingPromises::stops),
            new Promise("Links lead to places in the book", "PaintedBook.links", CHAPTER, LinkCheck::leadInside));

    private PaintingPromises() {}

    /** Something with one page. */
    interface OnPage {
        void of(PaintedBook book, int page, PageSize size) throws FormatException;
    }

    /** For some pages of a book. */
    static void each(Subject subject, OnPage use) throws Exception {
        subject.with(any -> {
            PaintedBook book = (PaintedBook) any;
            for (int page : Arrays.stream(Subject.somePages(book)).limit(PAGES).toArray()) {
                use.of(book, page, book.pageSize(page));
            }
            return null;
        });
    }

    private static void haveSizes(Subject subject) throws Exception {
        subject.with(any -> {
            PaintedBook book = (PaintedBook) any;
            Broken.unless(book.direction() != null, "direction answered null");
            for (int page : Subject.somePages(book)) {
                Broken.unless(book.pageSize(page) != null, "pageSize(%d) answered null", page);
                Broken.unless(book.label(page) != null, "label(%d) answered null", page);
            }
            return null;
        });
    }

    private static BufferedImage canvas(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] colour = new int[width * height];
        Arrays.fill(colour, UNTOUCHED);
        picture.setRGB(0, 0, width, height, colour, 0, width);
        return picture;
    }

    private static BufferedImage whole(PaintedBook book, int page, PageSize size) throws FormatException {
        double scale = Calls.scale(size, PIXELS);
        int width = (int) Math.max(1, Math.floor(size.width() * scale));
        int height = (int) Math.max(1, Math.floor(size.height() * scale));
        BufferedImage picture = canvas(width, height);
        book.render(page, scale, new Rectangle(width, height), picture, Work.UNCANCELLED);
        return picture;
    }

    private static void fillsThePage(Subject subject) throws Exception {
        each(subject, (book, page, size) -> {
            BufferedImage picture = whole(book, page, size);
            long untouched = Arrays.stream(
                            picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                    .filter(pixel -> (pixel & 0xFFFFFF) == UNTOUCHED)
                    .count();
            Broken.unless(
                    untouched * 4L <= (long) picture.getWidth() * picture.getHeight(),
                    "render left %d of %d pixels of page %d as they were; paper is painted, too",
                    untouched,
                    picture.getWidth() * picture.getHeight(),
                    page);
        });
    }

    private static void partsFit(Subject subject) throws Exception {
        each(subject, (book, page, size) -> {
            BufferedImage whole = whole(book, page, size);
            Rectangle clip = new Rectangle(
                    whole.getWidth() / 4,
                    whole.getHeight() / 3,
                    Math.max(1, whole.getWidth() / 2),
                    Math.max(1, whole.getHeight() / 2));
            BufferedImage part = canvas(clip.width, clip.height);
            book.render(page, Calls.scale(size, PIXELS), clip, part, Work.UNCANCELLED);
            int different = 0;
            for (int y = 0; y < clip.height; y++) {
                for (int x = 0; x < clip.width; x++) {
                    different += differ(part.getRGB(x, y), whole.getRGB(clip.x + x, clip.y + y)) ? 1 : 0;
                }
            }
            Broken.unless(
                    different <= DIFFERENT * clip.width * clip.height,
                    "Of page %d, painted with the clip %s, %d of %d pixels are not as in the whole page",
                    page,
                    clip,
                    different,
                    clip.width * clip.height);
        });
    }

    private static boolean differ(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > COLOUR) {
                return true;
            }
        }
        return false;
    }

    private static void staysInside(Subject subject) throws Exception {
        each(subject, (book, page, size) -> {
            Rectangle clip = new Rectangle(10, 10, 40, 30);
            BufferedImage target = canvas(60, 50);
            book.render(page, Calls.scale(size, PIXELS), clip, target, Work.UNCANCELLED);
            for (int y = 0; y < target.getHeight(); y++) {
                for (int x = y < clip.height ? clip.width : 0; x < target.getWidth(); x++) {
                    Broken.unless(
                            (target.getRGB(x, y) & 0xFFFFFF) == UNTOUCHED,
                            "render of %d × %d pixels of page %d painted the pixel (%d, %d) of the target",
                            clip.width,
                            clip.height,
                            page,
                            x,
                            y);
                }
            }
        });
    }

    private static void stops(Subject subject) throws Exception {
        each(subject, (book, page, size) -> {
            BufferedImage target = canvas(PIXELS, PIXELS);
            Cancelling.requireStop("render", work -> {
                book.render(page, Calls.scale(size, PIXELS), new Rectangle(PIXELS, PIXELS), target, work);
                return target;
            });
        });
    }
}
