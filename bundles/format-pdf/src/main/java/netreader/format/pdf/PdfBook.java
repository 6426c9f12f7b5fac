package netreader.format.pdf;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import netreader.format.BookMetadata;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Link;
import netreader.format.Outline;
import netreader.format.PageSize;
import netreader.format.PaintedBook;
import netreader.format.TextRun;
import netreader.format.Work;

/** A PDF document; an anchor is a page's index. One thread at a time. */
final class PdfBook implements PaintedBook {
    private final PdfFile file;
    private final int pageCount;
    private Optional<BookMetadata> metadata = Optional.empty();
    private Optional<PageLabels> labels = Optional.empty();

    PdfBook(PdfFile file) throws FormatException {
        this.file = file;
        this.pageCount = file.use(document -> Math.max(0, document.getNumberOfPages()));
    }

    /** Read when it is asked for; a book whose description is damaged can still be read. */
    @Override
    public BookMetadata metadata() {
        if (metadata.isEmpty()) {
            try {
                metadata = Optional.of(file.use(DocumentFacts::of));
            } catch (FormatException e) {
                if (e.reason() == Reason.IO) {
                    return BookMetadata.NONE;
                }
                metadata = Optional.of(BookMetadata.NONE);
            }
        }
        return metadata.get();
    }

    @Override
    public int pageCount() {
        return pageCount;
    }

    @Override
    public String pageText(int page) throws FormatException {
        return onPage(page, document -> pageText(document, page).text());
    }

    @Override
    public List<TextRun> textRuns(int page) throws FormatException {
        return onPage(page, document -> pageText(document, page).runs());
    }

    private static PageText pageText(BookDocument document, int page) throws IOException, FormatException {
        document.readAhead().page(document.getPage(page).getCOSObject(), true, Work.UNCANCELLED);
        return new PageText(document, page);
    }

    @Override
    public Outline outline(Work work) throws FormatException {
        return file.use(document -> document.bookmarks().read(work));
    }

    @Override
    public List<Link> links(int page) throws FormatException {
        return onPage(page, document -> PageLinks.of(document, page));
    }

    @Override
    public PageSize pageSize(int page) throws FormatException {
        return onPage(page, document -> PageGeometry.of(document.getPage(page)).size());
    }

    @Override
    public void render(int page, double pixelsPerPoint, Rectangle clip, BufferedImage target, Work work)
            throws FormatException {
        onPage(page, document -> {
            document.readAhead().page(document.getPage(page).getCOSObject(), false, work);
            new PagePainter(document, work).paint(page, pixelsPerPoint, clip, target);
            return target;
        });
    }

    /** The first page, as large as fits. */
    @Override
    public Optional<BufferedImage> cover(int maxPixels, Work work) throws FormatException {
        if (pageCount == 0) {
            return Optional.empty();
        }
        PageSize size = pageSize(0);
        double scale = maxPixels / Math.max(size.width(), size.height());
        int width = (int) Math.max(1, Math.min(maxPixels, Math.round(size.width() * scale)));
        int height = (int) Math.max(1, Math.min(maxPixels, Math.round(size.height() * scale)));
        BufferedImage cover = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        render(0, scale, new Rectangle(width, height), cover, work);
        return Optional.of(cover);
    }

    /** The label in the document; the page's number if there is none or the labels are damaged. */
    @Override
    public String label(int page) {
        if (labels.isEmpty()) {
            try {
                labels = Optional.of(file.use(PageLabels::of));
            } catch (FormatException e) {
                // The signature has no room for a failure, and a number is a good label.
                labels = Optional.of(PageLabels.NONE);
            }
        }
        Optional<String> label = page < pageCount ? labels.get().of(page) : Optional.empty();
        return label.orElseGet(() -> PaintedBook.super.label(page));
    }

    private <T> T onPage(int page, PdfFile.Task<T> task) throws FormatException {
        if (page < 0 || page >= pageCount) {
            throw new FormatException(Reason.DAMAGED, "There is no page " + (page + 1L) + " in this book");
        }
        return file.use(task);
    }

    @Override
    public void close() {
        file.close();
    }
}
