package netreader.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netreader.catalogue.BookFile;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.Cover;
import netreader.catalogue.OpenText;
import netreader.catalogue.Position;
import netreader.catalogue.Reader;
import netreader.format.Hits;
import netreader.format.OpenOptions;
import netreader.format.Outline;
import netreader.format.Query;
import netreader.format.ShortWork;
import netreader.protocol.BookInfo;
import netreader.protocol.ErrorCode;
import netreader.protocol.FoundHits;
import netreader.protocol.MessageCodec;
import netreader.protocol.OutlineEntry;
import netreader.protocol.ProtocolException;
import netreader.protocol.Reply;
import netreader.protocol.Request;

/** Answers the requests of one connection. */
final class Answers implements AutoCloseable {
    /** So long a search, or a look for the outline, may keep the requests after it waiting. */
    private static final Duration TURN = Duration.ofMillis(50);

    /** Entries of an outline in a reply: some moments' work, and memory for many readers at once. */
    private static final int OUTLINE_PART = 1000;

    private static final long BEST_COVER = Integer.MAX_VALUE;

    private final Catalogue catalogue;
    private final String software;
    private final Outbox outbox;
    private final OpenTexts texts;
    private final ShelfAnswers shelf;
    private Optional<Reader> reader = Optional.empty();

    Answers(Catalogue catalogue, String software, Outbox outbox) {
        this.catalogue = catalogue;
        this.software = software;
        this.outbox = outbox;
        this.texts = new OpenTexts(catalogue);
        this.shelf = new ShelfAnswers(catalogue, outbox);
    }

    /**
     * Sends the reply to a request.
     *
     * @throws CatalogueException if the request cannot be done
     * @throws ProtocolException if it may not be made
     * @throws IOException if the connection failed
     */
    void answer(long id, Request<?> request) throws CatalogueException, IOException {
        if (request instanceof Request.Hello hello) {
            outbox.send(id, hello(hello));
        } else if (reader.isEmpty()) {
            throw new ProtocolException(ErrorCode.HELLO_REQUIRED, "The first request of a connection is hello");
        } else if (request instanceof Request.Ping) {
            outbox.send(id, new Reply.Done());
        } else if (request instanceof Request.Page page) {
            sendPage(id, texts.get(page.handle()).page(page.page()));
        } else if (request instanceof Request.PageAt page) {
            sendPage(id, texts.get(page.handle()).pageAt(page.anchor()));
        } else if (request instanceof Request.Read read) {
            sendRange(id, read);
        } else if (request instanceof Request.Shelf changes) {
            shelf.sendChanges(id, changes.since());
        } else if (request instanceof Request.Query query) {
            shelf.sendPage(id, query);
        } else if (request instanceof Request.Folders folders) {
            shelf.sendFolders(id, folders.folder());
        } else if (request instanceof Request.Named named) {
            shelf.sendNamed(id, named.name());
        } else if (request instanceof Request.Info info) {
            sendInfo(id, info.book());
        } else if (request instanceof Request.Set set) {
            catalogue.set(set.book(), set.settings());
            outbox.send(id, new Reply.Done());
        } else if (request instanceof Request.Cover cover) {
            sendCover(id, cover);
        } else if (request instanceof Request.Open open) {
            outbox.send(id, open(open));
        } else if (request instanceof Request.Outline outline) {
            sendOutline(id, outline.from(), texts.get(outline.handle()));
        } else if (request instanceof Request.Find find) {
            sendHits(id, find, texts.get(find.handle()));
        } else if (request instanceof Request.Close close) {
            texts.close(close.handle());
            outbox.send(id, new Reply.Done());
        } else if (request instanceof Request.Position position) {
            sendPosition(id, reader.get(), position.book());
        } else if (request instanceof Request.PutPosition put) {
            outbox.send(id, Positions.keep(catalogue, reader.get(), put));
        } else {
            throw new IllegalStateException("A request without an answer: " + request);
        }
    }

    private Reply hello(Request.Hello hello) throws CatalogueException, ProtocolException {
        if (hello.protocol() < Request.PROTOCOL) {
            throw new ProtocolException(
                    ErrorCode.UNSUPPORTED_PROTOCOL,
                    "This server speaks version " + Request.PROTOCOL + " of the protocol, not " + hello.protocol());
        }
        if (reader.isEmpty()) {
            outbox.announceRevisions();
        }
        reader = Optional.of(Positions.reader(hello));
        return new Reply.Hello(Request.PROTOCOL, software, catalogue.identity(), catalogue.revision());
    }

    private Reply open(Request.Open open) throws CatalogueException, ProtocolException {
        if (open.pageBytes() < OpenOptions.MIN_PAGE_BYTES || open.pageBytes() > OpenOptions.MAX_PAGE_BYTES) {
            throw new ProtocolException(
                    ErrorCode.BAD_REQUEST,
                    "A page has " + OpenOptions.MIN_PAGE_BYTES + " to " + OpenOptions.MAX_PAGE_BYTES + " bytes, not "
                            + open.pageBytes());
        }
        int handle = texts.open(open.book(), open.pageBytes());
        return new Reply.Open(handle, texts.get(handle).pageCount());
    }

    private void sendPage(long id, OpenText.Page page) throws IOException {
        outbox.send(id, new Reply.Page(page.page(), page.pages(), page.anchor()), page.utf8());
    }

    private void sendRange(long id, Request.Read read) throws CatalogueException, IOException {
        try (BookFile file = catalogue.openFile(read.book(), read.version())) {
            long length = Math.min(read.length(), file.size() - read.at());
            if (length < 0) {
                throw new CatalogueException(Problem.OUT_OF_RANGE, "The file has only " + file.size() + " bytes");
            }
            outbox.sendFile(id, new Reply.Read(file.size()), file, read.at(), length);
        }
    }

    private void sendInfo(long id, long book) throws CatalogueException, IOException {
        CatalogueBook row = catalogue.book(book);
        BookInfo info = Rows.info(row, catalogue.settings(book), catalogue.formatFile(row));
        outbox.send(id, new Reply.Info(), ByteBuffer.wrap(MessageCodec.body(info)));
    }

    private void sendCover(long id, Request.Cover asked) throws CatalogueException, IOException {
        int pixels = (int) Math.min(asked.pixels().orElse(BEST_COVER), BEST_COVER);
        Cover cover = catalogue
                .cover(asked.book(), pixels)
                .orElseThrow(() -> new CatalogueException(Problem.NOT_FOUND, "The book has no cover"));
        outbox.send(id, new Reply.Cover(cover.mediaType()), cover.image());
    }

    private void sendPosition(long id, Reader asking, long book) throws CatalogueException, IOException {
        List<Position> all = catalogue.positions(asking, book);
        outbox.send(id, Positions.own(asking, all), ByteBuffer.wrap(Positions.others(asking, all)));
    }

    /** Looks for the outline for a moment; the reader asks again until it is complete. */
    private void sendOutline(long id, int from, OpenText text) throws CatalogueException, IOException {
        Outline outline = text.outline(new ShortWork(TURN));
        // What was found so far may still turn out to be no heading, and would be sent again and again.
        List<Outline.Entry> all = outline.complete() ? outline.entries() : List.of();
        int to = Math.min(all.size(), from + OUTLINE_PART);
        List<Outline.Entry> part = all.subList(Math.min(from, to), to);
        int[] pages =
                text.pagesAt(part.stream().mapToLong(Outline.Entry::anchor).toArray());
        List<OutlineEntry> rows = new ArrayList<>(pages.length);
        for (int i = 0; i < pages.length; i++) {
            Outline.Entry entry = part.get(i);
            rows.add(new OutlineEntry(entry.title(), entry.level(), pages[i], entry.anchor()));
        }
        Optional<Long> next = to < all.size() ? Optional.of((long) to) : Optional.empty();
        outbox.send(id, new Reply.Outline(outline.complete(), next), ByteBuffer.wrap(MessageCodec.body(rows)));
    }

    private void sendHits(long id, Request.Find find, OpenText text) throws CatalogueException, IOException {
        Hits found = text.find(new Query(find.query()), find.from(), find.limit(), new ShortWork(TURN));
        int[] pages =
                text.pagesAt(found.hits().stream().mapToLong(Hits.Hit::anchor).toArray());
        List<FoundHits.Hit> hits = new ArrayList<>(pages.length);
        for (int i = 0; i < pages.length; i++) {
            Hits.Hit hit = found.hits().get(i);
            hits.add(new FoundHits.Hit(pages[i], hit.anchor(), hit.text()));
        }
        Optional<Long> next = found.next().stream().boxed().findFirst();
        outbox.send(id, new Reply.Find(next), ByteBuffer.wrap(MessageCodec.body(new FoundHits(hits))));
    }

    @Override
    public void close() {
        texts.close();
    }
}
