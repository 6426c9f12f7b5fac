package netreader.ui.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import netreader.client.BookDetails;
import netreader.client.BookSetting;
import netreader.client.Bookmark;
import netreader.client.Client;
import netreader.client.ClientException;
import netreader.client.ClientListener;
import netreader.client.Connectivity;
import netreader.client.LocalCopy;
import netreader.client.NamedBooks;
import netreader.client.OpenRequest;
import netreader.client.OtherPlace;
import netreader.client.Place;
import netreader.client.Progress;
import netreader.client.Reading;
import netreader.client.ServerAddress;
import netreader.client.ShelfBook;
import netreader.client.ShelfChange;
import netreader.client.ShelfFetch;
import netreader.client.ShelfFolder;
import netreader.client.ShelfPage;
import netreader.client.ShelfQuery;
import netreader.format.BookMetadata;
import netreader.format.Delivery;
import netreader.format.Work;

/** A client without a server: books that are drawn or made up, and failures on demand. Any thread. */
public final class FakeClient implements Client {
    private final List<ShelfBook> books = new CopyOnWriteArrayList<>();
    private final List<ClientListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<Long, Place> places = new ConcurrentHashMap<>();
    private final Map<Long, Instant> read = new ConcurrentHashMap<>();
    private final Map<Long, List<OtherPlace>> others = new ConcurrentHashMap<>();
    private final Map<Long, OtherPlace> takenOver = new ConcurrentHashMap<>();
    private final Map<Long, TreeMap<Long, Bookmark>> bookmarks = new ConcurrentHashMap<>();
    private final Map<String, String> settings = new ConcurrentHashMap<>();
    private final Set<Long> copies = ConcurrentHashMap.newKeySet();
    private final Map<Long, Long> growing = new ConcurrentHashMap<>();
    private final Set<Long> kept = ConcurrentHashMap.newKeySet();
    private final Map<Long, ClientException> failures = new ConcurrentHashMap<>();
    private final Map<Long, List<String>> texts = new ConcurrentHashMap<>();
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();
    private final Map<Long, Integer> editions = new ConcurrentHashMap<>();
    private final Set<Long> opened = ConcurrentHashMap.newKeySet();
    private volatile boolean notRecalled;
    private volatile Optional<ShelfFetch> fetching = Optional.empty();
    private volatile ServerAddress server = new ServerAddress("192.168.1.5", ServerAddress.DEFAULT_PORT);
    private volatile Connectivity connectivity = new Connectivity(Connectivity.State.CONNECTED, Optional.empty());

    /** A painted book of 32 drawn pages. */
    public ShelfBook painted(String title, String author) {
        return add(title, author, "PDF", Delivery.FILE, 32, ShelfBook.Status.READY, "");
    }

    public ShelfBook flowing(String title, String author, List<String> pages) {
        ShelfBook book = add(title, author, "TXT", Delivery.PAGES, pages.size(), ShelfBook.Status.READY, "");
        texts.put(book.id(), List.copyOf(pages));
        return book;
    }

    public ShelfBook add(
            String title,
            String author,
            String format,
            Delivery delivery,
            int pages,
            ShelfBook.Status status,
            String reason) {
        ShelfBook book = new ShelfBook(
                books.size() + 1,
                title + "." + format.toLowerCase(java.util.Locale.ROOT),
                title,
                author.isEmpty() ? List.of() : List.of(author),
                format,
                delivery,
                576_432,
                "1",
                pages,
                Optional.of("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                status,
                Optional.of(reason).filter(text -> !text.isEmpty()),
                delivery == Delivery.FILE ? Optional.of("1") : Optional.empty(),
                Instant.ofEpochMilli(1_700_000_000_000L + books.size()),
                false);
        books.add(book);
        listeners.forEach(ClientListener::shelfChanged);
        return book;
    }

    /** The server has the book no longer. */
    public void remove(ShelfBook book) {
        books.removeIf(other -> other.id() == book.id());
        listeners.forEach(ClientListener::shelfChanged);
    }

    public void server(ServerAddress newServer) {
        server = newServer;
    }

    public void connectivity(Connectivity.State state, Optional<ClientException> problem) {
        connectivity = new Connectivity(state, problem);
        listeners.forEach(listener -> listener.connectivityChanged(connectivity));
    }

    public void copyIsHere(ShelfBook book) {
        copies.add(book.id());
    }

    /** So many bytes of the copy are here, and the rest is to come. */
    public void copyGrows(ShelfBook book, long here) {
        growing.put(book.id(), here);
    }

    /** Opening the book fails until {@link #heal}. */
    public void fail(ShelfBook book, String code) {
        failures.put(book.id(), new ClientException(code, "failed on demand"));
    }

    public void heal(ShelfBook book) {
        failures.remove(book.id());
    }

    public Set<Long> open() {
        return new HashSet<>(opened);
    }

    void closed(ShelfBook book) {
        opened.remove(book.id());
    }

    @Override
    public ServerAddress server() {
        return server;
    }

    @Override
    public Connectivity connectivity() {
        return connectivity;
    }

    @Override
    public void awaitShelf(Duration limit) {}

    @Override
    public List<ShelfBook> shelf() {
        return new ArrayList<>(books);
    }

    @Override
    public ShelfPage query(ShelfQuery query) {
        int from = query.after().map(Integer::parseInt).orElse(0);
        List<ShelfBook> all = books.stream()
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
    public NamedBooks named(String name) {
        List<Predicate<ShelfBook>> ways = List.of(
                book -> Long.toString(book.id()).equals(name),
                book -> book.name().equals(name) || book.name().endsWith("/" + name),
                book -> book.title().equalsIgnoreCase(name));
        for (Predicate<ShelfBook> way : ways) {
            List<ShelfBook> found = books.stream().filter(way).toList();
            if (!found.isEmpty()) {
                return new NamedBooks(found, found.size());
            }
        }
        return new NamedBooks(List.of(), 0);
    }

    @Override
    public ShelfChange shelfSince(long stamp) {
        return notRecalled
                ? new ShelfChange(0, true, List.of(), List.of())
                : new ShelfChange(1, true, shelf(), List.of());
    }

    /** What was remembered of the shelf is still being read from the disk. */
    public void notRecalled(boolean now) {
        notRecalled = now;
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
        return fetching;
    }

    /** More of the shelf is to come; or it has come. */
    public void fetching(Optional<ShelfFetch> now) {
        fetching = now;
        listeners.forEach(ClientListener::shelfChanged);
    }

    @Override
    public AutoCloseable listen(ClientListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Optional<byte[]> cover(ShelfBook book, int pixels) throws ClientException {
        if (book.title().hashCode() % 3 == 0) {
            return Optional.empty();
        }
        BufferedImage image = new BufferedImage(300, 424, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 300, 424);
        g.setColor(new Color(0x333333));
        g.setFont(new Font(Font.SERIF, Font.BOLD, 26));
        g.drawString(book.title().substring(0, Math.min(18, book.title().length())), 24, 140);
        g.setFont(new Font(Font.SERIF, Font.PLAIN, 16));
        g.drawString(String.join(", ", book.authors()), 24, 180);
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new ClientException(ClientException.LOCAL_IO, "The cover cannot be written", e);
        }
        return Optional.of(bytes.toByteArray());
    }

    @Override
    public BookDetails details(ShelfBook book) {
        return new BookDetails(
                List.of(
                        new BookMetadata.Detail("Producer", "pdfTeX-1.40.25"),
                        new BookMetadata.Detail("Language", "en-GB")),
                book.delivery() == Delivery.FILE
                        ? List.of()
                        : List.of(new BookSetting(
                                "charset",
                                "Encoding",
                                List.of("UTF-8", "GB18030", "Big5-HKSCS"),
                                settings.getOrDefault("charset", ""),
                                "")),
                Optional.of("format-pdf-0.1.0.jar"));
    }

    @Override
    public void set(ShelfBook book, Map<String, String> changes) {
        settings.putAll(changes);
        changed.add(book.id());
    }

    /** The text is another one from now on: who reads it hears so once. */
    public void change(ShelfBook book, List<String> pages) {
        texts.put(book.id(), pages);
        changed.add(book.id());
    }

    /** The pages of a text. */
    List<String> pages(ShelfBook book) throws ClientException {
        if (changed.remove(book.id())) {
            editions.merge(book.id(), 1, Integer::sum);
            throw new ClientException("CHANGED", "The text has changed");
        }
        return texts.get(book.id());
    }

    int edition(ShelfBook book) {
        return editions.getOrDefault(book.id(), 0);
    }

    @Override
    public Reading open(ShelfBook book, OpenRequest request) throws ClientException {
        ClientException failure = failures.get(book.id());
        if (failure != null && request.password().isEmpty()) {
            throw failure;
        }
        opened.add(book.id());
        return texts.containsKey(book.id()) ? new TextReading(this, book) : new DrawnReading(this, book);
    }

    @Override
    public Path fetch(ShelfBook book, Progress progress, Work work) {
        progress.transferred(book.bytes() / 3, book.bytes());
        copies.add(book.id());
        return Path.of(book.name());
    }

    @Override
    public Optional<LocalCopy> copy(ShelfBook book) {
        return copies.contains(book.id())
                ? Optional.of(new LocalCopy(book.bytes(), book.bytes(), true, kept.contains(book.id())))
                : Optional.ofNullable(growing.get(book.id()))
                        .map(here -> new LocalCopy(here, book.bytes(), false, kept.contains(book.id())));
    }

    @Override
    public void keep(ShelfBook book, boolean keep) {
        if (keep) {
            copies.add(book.id());
            kept.add(book.id());
        } else {
            kept.remove(book.id());
        }
    }

    @Override
    public boolean deleteCopy(ShelfBook book) {
        return copies.remove(book.id());
    }

    @Override
    public Optional<Place> place(ShelfBook book) {
        return Optional.ofNullable(places.get(book.id()));
    }

    @Override
    public Optional<Instant> lastRead(ShelfBook book) {
        return Optional.ofNullable(read.get(book.id()));
    }

    @Override
    public List<OtherPlace> otherPlaces(ShelfBook book) {
        return others.getOrDefault(book.id(), List.of());
    }

    @Override
    public Optional<OtherPlace> takenOver(ShelfBook book) {
        return Optional.ofNullable(takenOver.get(book.id()));
    }

    /** The reader has left the book on other devices, later than here. */
    public void leftElsewhere(ShelfBook book, OtherPlace... latestFirst) {
        others.put(book.id(), List.of(latestFirst));
    }

    /** No page was turned here yet: the book opens where another device has left it. */
    public void takeOver(ShelfBook book, OtherPlace other) {
        places.put(book.id(), other.place());
        takenOver.put(book.id(), other);
    }

    @Override
    public void remember(ShelfBook book, Place place) {
        read.put(book.id(), Instant.ofEpochMilli(read.size()));
        places.put(book.id(), place);
    }

    @Override
    public List<ShelfBook> recent(int most) {
        return books.stream()
                .filter(book -> read.containsKey(book.id()))
                .sorted(Comparator.comparing((ShelfBook book) -> read.get(book.id()))
                        .reversed())
                .limit(most)
                .toList();
    }

    @Override
    public ShelfBook file(Path file) throws ClientException {
        throw new ClientException(ClientException.LOCAL_IO, file + " cannot be read");
    }

    @Override
    public List<Bookmark> bookmarks(ShelfBook book) {
        return List.copyOf(bookmarks.getOrDefault(book.id(), new TreeMap<>()).values());
    }

    @Override
    public void addBookmark(ShelfBook book, Bookmark bookmark) {
        bookmarks
                .computeIfAbsent(book.id(), id -> new TreeMap<>())
                .put(bookmark.place().anchor(), bookmark);
    }

    @Override
    public void removeBookmark(ShelfBook book, long anchor) {
        bookmarks.getOrDefault(book.id(), new TreeMap<>()).remove(anchor);
    }
}
