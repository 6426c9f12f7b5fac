package netreader.format.comic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.format.BookMetadata;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Outline;
import netreader.format.PageSize;
import netreader.format.PaintedBook;
import netreader.format.ReadingDirection;
import netreader.format.TextRun;
import netreader.format.Work;
import netreader.format.archive.Archive;
import netreader.format.archive.Failures;
import netreader.format.archive.Pictures;

/** A comic: a picture is a page, and an anchor is a page's index. One thread at a time. */
final class ComicBook implements PaintedBook {
    /** A pixel of the picture is one of the screen at 100 %, which is 96 dpi. */
    private static final double POINTS_PER_PIXEL = 72.0 / 96;

    /** Of a page whose picture cannot be read. */
    private static final PageSize UNKNOWN = new PageSize(600, 900);

    /** 64 million pixels are 256 MB, more than any screen shows. */
    private static final long MOST_PIXELS = 64L << 20;

    private final Archive archive;
    private final List<Archive.Entry> pages;
    private final PageDecoder decoder;
    private final ComicInfo info;
    private final Map<Integer, PageSize> sizes = new HashMap<>();
    private boolean closed;

    ComicBook(Archive archive) {
        this.archive = archive;
        this.pages = ComicPages.of(archive);
        this.decoder = new PageDecoder(archive);
        this.info = ComicInfo.of(archive);
    }

    @Override
    public BookMetadata metadata() {
        return info.metadata();
    }

    @Override
    public int pageCount() {
        return pages.size();
    }

    /** Pictures have no text that could be read. */
    @Override
    public String pageText(int page) throws FormatException {
        check(page);
        return "";
    }

    @Override
    public List<TextRun> textRuns(int page) throws FormatException {
        check(page);
        return List.of();
    }

    /** The folders of the archive, if it has several with pictures in them. */
    @Override
    public Outline outline(Work work) {
        List<Outline.Entry> entries = new ArrayList<>();
        String before = null;
        for (int page = 0; page < pageCount(); page++) {
            String folder = pages.get(page).folder();
            if (!folder.equals(before) && !folder.isEmpty()) {
                entries.add(new Outline.Entry(folder.substring(folder.lastIndexOf('/') + 1), 0, page));
            }
            before = folder;
        }
        return entries.size() > 1 ? new Outline(entries, true) : Outline.NONE;
    }

    /** A page whose picture cannot be read has a size too, so that there is a sheet to say so on. */
    @Override
    public PageSize pageSize(int page) throws FormatException {
        check(page);
        PageSize known = sizes.get(page);
        if (known != null) {
            return known;
        }
        PageSize size;
        try {
            Pictures.Pixels pixels = decoder.size(pages.get(page));
            size = new PageSize(pixels.width() * POINTS_PER_PIXEL, pixels.height() * POINTS_PER_PIXEL);
        } catch (FormatException e) {
            if (e.reason() == Reason.IO) {
                throw e;
            }
            size = UNKNOWN;
        }
        sizes.put(page, size);
        return size;
    }

    @Override
    public void render(int page, double pixelsPerPoint, Rectangle clip, BufferedImage target, Work work)
            throws FormatException {
        check(page);
        work.check();
        if ((long) clip.width * clip.height > MOST_PIXELS) {
            throw new FormatException(Reason.TOO_COSTLY, "The picture of the page would be too large");
        }
        PageSize size = pageSize(page);
        int width = (int) Math.max(1, Math.round(size.width() * pixelsPerPoint));
        int height = (int) Math.max(1, Math.round(size.height() * pixelsPerPoint));
        Graphics2D graphics = target.createGraphics();
        try {
            graphics.clipRect(0, 0, clip.width, clip.height);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, clip.width, clip.height);
            BufferedImage picture = decoder.picture(pages.get(page), width, height, work);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, -clip.x, -clip.y, width, height, null);
        } catch (RuntimeException | OutOfMemoryError e) {
            throw Failures.of(e, "This page");
        } finally {
            graphics.dispose();
        }
    }

    @Override
    public ReadingDirection direction() {
        return info.direction();
    }

    /** The page that the comic calls its cover, else the first. */
    @Override
    public Optional<BufferedImage> cover(int maxPixels, Work work) throws FormatException {
        if (pageCount() == 0) {
            return Optional.empty();
        }
        int page = info.cover().filter(named -> named < pageCount()).orElse(0);
        PageSize size = pageSize(page);
        double scale = maxPixels / Math.max(size.width(), size.height());
        int width = (int) Math.max(1, Math.min(maxPixels, Math.round(size.width() * scale)));
        int height = (int) Math.max(1, Math.min(maxPixels, Math.round(size.height() * scale)));
        BufferedImage cover = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        render(page, scale, new Rectangle(width, height), cover, work);
        return Optional.of(cover);
    }

    private void check(int page) throws FormatException {
        if (closed) {
            throw new FormatException(Reason.CANCELLED, "The book is closed");
        }
        if (page < 0 || page >= pageCount()) {
            throw new FormatException(Reason.DAMAGED, "There is no page " + (page + 1L) + " in this book");
        }
    }

    @Override
    public void close() {
        closed = true;
        decoder.forget();
        archive.close();
    }
}
