package netreader.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import netreader.client.BookDetails;
import netreader.client.BookSetting;
import netreader.client.Bookmark;
import netreader.client.Client;
import netreader.client.ClientException;
import netreader.client.ClientListener;
import netreader.client.Connectivity;
import netreader.client.Contents;
import netreader.client.FlowingReading;
import netreader.client.LocalCopy;
import netreader.client.NamedBooks;
import netreader.client.OpenRequest;
import netreader.client.OtherPlace;
import netreader.client.PagePictures;
import netreader.client.PaintedReading;
import netreader.client.Place;
import netreader.client.Progress;
import netreader.client.Reading;
import netreader.client.SearchHits;
import netreader.client.ServerAddress;
import netreader.client.ShelfBook;
import netreader.client.ShelfChange;
import netreader.client.ShelfFetch;
import netreader.client.ShelfFolder;
import netreader.client.ShelfPage;
import netreader.client.ShelfQuery;
import netreader.client.TextPage;
import netreader.client.Transferred;
import netreader.format.BookMetadata;
import netreader.format.Delivery;
import netreader.format.Link;
import netreader.format.PageSize;
import netreader.format.ReadingDirection;
import netreader.format.TextRun;
import netreader.format.Work;

/** A shelf in memory: texts of two pages, paintings of two pages. */
final class FakeClient implements Client {
    final List<ShelfBook> shelf = new CopyOnWriteArrayList<>();
    final List<ClientListener> listeners = new CopyOnWriteArrayList<>();
    final Path file;
    Optional<OpenRequest> opened = Optional.empty();
    boolean reachable = true;

    FakeClient(Path folder) throws IOException {
        file = Files.writeString(folder.resolve("copy"), "the book's bytes");
    }

    static ShelfBook book(long id, String name, String title, Delivery delivery, ShelfBook.Status status) {
        return new ShelfBook(
                id,
                name,
                title,
                List.of("孔子"),
                delivery == Delivery.FILE ? "PDF" : "TXT",
                delivery,
                1234,
                "v1",
                2,
                Optional.of("ab12"),
                status,
                status == ShelfBook.Status.QUARANTINED ? Optional.of("It is damaged") : Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                false);
    }

    @Override
    public ServerAddress server() {
        return new ServerAddress("localhost", 1);
    }

    @Override
    public Connectivity connectivity() {
        return new Connectivity(Connectivity.State.CONNECTED, Optional.empty());
    }

    @Override
    public void awaitShelf(Duration limit) throws ClientException {
        if (!reachable) {
            throw new ClientException(ClientException.UNREACHABLE, "No server answers");
        }
    }

    @Override
    public List<ShelfBook> shelf() {
        return List.copyOf(shelf);
    }

    @Override
    public ShelfPage query(ShelfQuery query) throws ClientException {
        awaitShelf(Duration.ZERO);
        int from = query.after().map(Integer::parseInt).orElse(0);
        List<ShelfBook> all = shelf.stream()
                .filter(book -> book.title().contains(query.words()))
                .toList();
        int to = Math.min(all.size(), from + query.limit());
        Optional<String> next = to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty();
        return new ShelfPage(all.subList(from, to), next, OptionalLong.of(all.size()));
    }

    @Override
    public List<ShelfFolder> folders(String folder) {
        return List.of();
    }

    @Override
    public NamedBooks named(String name) throws ClientException {
        awaitShelf(Duration.ZERO);
        List<Predicate<ShelfBook>> ways = List.of(
                book -> Long.toString(book.id()).equals(name),
                book -> book.name().equals(name) || book.name().endsWith("/" + name),
                book -> book.title().equalsIgnoreCase(name));
        for (Predicate<ShelfBook> way : ways) {
            List<ShelfBook> found = shelf.stream().filter(way).toList();
            if (!found.isEmpty()) {
                return new NamedBooks(found, found.size());
            }
        }
        return new NamedBooks(List.of(), 0);
    }

    @Override
    public ShelfChange shelfSince(long stamp) {
        return new ShelfChange(1, true, shelf(), List.of());
    }

    @Override
    public ShelfBook latest(ShelfBook book) {
        return book(book.id()).orElse(book);
    }

    @Override
    public List<ShelfBook> remembered(List<Long> ids) {
        return ids.stream().flatMap(id -> book(id).stream()).toList();
    }

    @Override
    public Optional<ShelfBook> book(long id) {
        return shelf().stream().filter(book -> book.id() == id).findFirst();
    }

    @Override
    public Optional<ShelfFetch> fetching() {
        return Optional.empty();
    }

    @Override
    public AutoCloseable listen(ClientListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Optional<byte[]> cover(ShelfBook book, int pixels) {
        return Optional.empty();
    }

    @Override
    public BookDetails details(ShelfBook book) {
        return new BookDetails(
                List.of(
                        new BookMetadata.Detail("Encoding", "GB18030"),
                        new BookMetadata.Detail("Confidence", "0.95"),
                        new BookMetadata.Detail("Reason", "a detector says so")),
                List.of(new BookSetting("charset", "Encoding", List.of("UTF-8", "Big5"), "Big5", "")),
                Optional.empty());
    }

    @Override
    public void set(ShelfBook book, Map<String, String> settings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reading open(ShelfBook book, OpenRequest request) {
        opened = Optional.of(request);
        return book.delivery() == Delivery.PAGES ? new Text(book) : new Painting(book);
    }

    @Override
    public Path fetch(ShelfBook book, Progress progress, Work work) {
        progress.transferred(16, 16);
        return file;
    }

    @Override
    public Optional<LocalCopy> copy(ShelfBook book) {
        return Optional.empty();
    }

    @Override
    public void keep(ShelfBook book, boolean keep) {
        throw new UnsupportedOperationException("A command keeps nothing");
    }

    @Override
    public boolean deleteCopy(ShelfBook book) {
        return false;
    }

    @Override
    public Optional<Place> place(ShelfBook book) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> lastRead(ShelfBook book) {
        return Optional.empty();
    }

    @Override
    public List<OtherPlace> otherPlaces(ShelfBook book) {
        return List.of();
    }

    @Override
    public Optional<OtherPlace> takenOver(ShelfBook book) {
        return Optional.empty();
    }

    @Override
    public void remember(ShelfBook book, Place place) {
        throw new UnsupportedOperationException("A command does not read on");
    }

    private static Contents twoEntries() {
        return new Contents(
                List.of(new Contents.Entry("第一章", 0, 0, 0), new Contents.Entry("a <b> & c", 1, 1, 10)), false);
    }

    private record Text(ShelfBook book) implements FlowingReading {
        @Override
        public int pageCount() {
            return 2;
        }

        @Override
        public TextPage page(int page) {
            return new TextPage(page, 2, page * 10L, page == 0 ? "学而时习之\r\n" : "不亦说乎");
        }

        @Override
        public int edition() {
            return 0;
        }

        @Override
        public TextPage pageAt(long anchor) {
            return page((int) (anchor / 10));
        }

        @Override
        public Contents contents() {
            return twoEntries();
        }

        /** In two pieces, the first of which has found nothing. */
        @Override
        public SearchHits find(String query, long from, int limit) {
            return from == 0
                    ? new SearchHits(List.of(), OptionalLong.of(10))
                    : new SearchHits(List.of(new SearchHits.Hit(1, 10, "不亦\"" + query + "\"乎")), OptionalLong.empty());
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private record Painting(ShelfBook book) implements PaintedReading {
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
        public int pageCount() {
            return 2;
        }

        @Override
        public PageSize pageSize(int page) {
            return new PageSize(72, 144);
        }

        @Override
        public PagePictures pictures() {
            throw new UnsupportedOperationException("The commands paint single pages");
        }

        @Override
        public BufferedImage thumbnail(int page, int width, Work work) {
            throw new UnsupportedOperationException("The commands show no thumbnails");
        }

        @Override
        public BufferedImage render(int page, double pixelsPerPoint, Work work) {
            return new BufferedImage(
                    (int) Math.round(72 * pixelsPerPoint),
                    (int) Math.round(144 * pixelsPerPoint),
                    BufferedImage.TYPE_INT_RGB);
        }

        @Override
        public String pageText(int page) {
            return "page " + (page + 1);
        }

        @Override
        public List<TextRun> textRuns(int page) {
            return List.of();
        }

        @Override
        public List<Link> links(int page) {
            return List.of();
        }

        @Override
        public Transferred transferred() {
            return new Transferred(65_546, 2, 1);
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
        public SearchHits find(String query, long from, int limit) {
            return new SearchHits(List.of(), OptionalLong.empty());
        }

        @Override
        public Contents contents() {
            return twoEntries();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    @Override
    public List<ShelfBook> recent(int most) {
        return List.of();
    }

    @Override
    public ShelfBook file(Path file) throws ClientException {
        throw new ClientException(ClientException.LOCAL_IO, file + " cannot be read");
    }

    @Override
    public List<Bookmark> bookmarks(ShelfBook book) {
        return List.of();
    }

    @Override
    public void addBookmark(ShelfBook book, Bookmark bookmark) {}

    @Override
    public void removeBookmark(ShelfBook book, long anchor) {}
}
