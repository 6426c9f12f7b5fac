package netreader.ui.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import netreader.client.ClientException;
import netreader.client.Contents;
import netreader.client.PagePictures;
import netreader.client.PaintedReading;
import netreader.client.SearchHits;
import netreader.client.ShelfBook;
import netreader.client.Transferred;
import netreader.format.Link;
import netreader.format.PageSize;
import netreader.format.ReadingDirection;
import netreader.format.TextRun;
import netreader.format.Work;

/** Pages in A4, each with its number and some lines; the eighth lies on its side. */
final class DrawnReading implements PaintedReading {
    private static final String LINE =
            "Sir Walter Elliot, of Kellynch Hall, in Somersetshire, was a man who, for his own";
    private static final int LINES = 34;
    private static final int LEFT = 72;
    /** Of each word as far as anybody looks at that. */
    private static final double LETTER = 5.3;

    private final FakeClient client;
    private final ShelfBook book;
    private final DrawnPictures pictures = new DrawnPictures(this);

    DrawnReading(FakeClient client, ShelfBook book) {
        this.client = client;
        this.book = book;
    }

    @Override
    public long anchorOf(int page) {
        return page;
    }

    @Override
    public int pageAt(long anchor) {
        return (int) Math.max(0, Math.min(anchor, pageCount() - 1L));
    }

    @Override
    public ReadingDirection direction() {
        return ReadingDirection.LEFT_TO_RIGHT;
    }

    @Override
    public PageSize pageSize(int page) {
        return page == 7 ? new PageSize(842, 595) : new PageSize(595, 842);
    }

    @Override
    public BufferedImage render(int page, double pixelsPerPoint, Work work) throws ClientException {
        if (work.cancelled()) {
            throw new ClientException("CANCELLED", "cancelled");
        }
        PageSize size = pageSize(page);
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(size.width() * pixelsPerPoint),
                (int) Math.ceil(size.height() * pixelsPerPoint),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(pixelsPerPoint, pixelsPerPoint);
        g.setColor(new Color(0x222222));
        g.setFont(new Font(Font.SERIF, Font.BOLD, 20));
        g.drawString(book.title(), 72, 100);
        g.setFont(new Font(Font.SERIF, Font.PLAIN, 12));
        for (int line = 0; line < LINES; line++) {
            g.drawString(LINE, LEFT, baseline(line));
        }
        g.drawString(Integer.toString(page + 1), (int) size.width() / 2, (int) size.height() - 40);
        g.dispose();
        return image;
    }

    @Override
    public BufferedImage thumbnail(int page, int width, Work work) throws ClientException {
        return render(page, width / pageSize(page).width(), work);
    }

    @Override
    public PagePictures pictures() {
        return pictures;
    }

    @Override
    public String pageText(int page) {
        return "page " + (page + 1);
    }

    @Override
    public List<TextRun> textRuns(int page) {
        List<TextRun> runs = new ArrayList<>();
        for (int line = 0; line < LINES; line++) {
            double x = LEFT;
            String[] words = Pattern.compile("(?<= )").split(LINE, -1);
            for (int word = 0; word < words.length; word++) {
                double width = words[word].strip().length() * LETTER;
                Rectangle2D box = new Rectangle2D.Double(x, baseline(line) - 10, width, 12);
                runs.add(new TextRun(words[word], box, word == words.length - 1));
                x += words[word].length() * LETTER;
            }
        }
        return runs;
    }

    private static int baseline(int line) {
        return 140 + 18 * line;
    }

    /** The title leads to the tenth page. */
    @Override
    public List<Link> links(int page) {
        return List.of(new Link(new Rectangle2D.Double(LEFT, 80, 120, 24), new Link.ToAnchor(9)));
    }

    @Override
    public Transferred transferred() {
        return new Transferred(0, 0, 0);
    }

    @Override
    public boolean outdated() {
        return false;
    }

    @Override
    public String label(int page) {
        return Integer.toString(page + 1);
    }

    @Override
    public ShelfBook book() {
        return book;
    }

    @Override
    public int pageCount() {
        return 32;
    }

    @Override
    public SearchHits find(String query, long from, int limit) {
        return new SearchHits(List.of(new SearchHits.Hit(2, 2, query)), OptionalLong.empty());
    }

    @Override
    public Contents contents() {
        List<Contents.Entry> entries = new ArrayList<>();
        for (int page = 0; page < 32; page += 4) {
            entries.add(new Contents.Entry("Chapter " + (page / 4 + 1), 0, page, page));
            entries.add(new Contents.Entry("Of Sir Walter and his daughters", 1, page + 1, page + 1));
        }
        return new Contents(entries, true);
    }

    @Override
    public void close() {
        client.closed(book);
    }
}
