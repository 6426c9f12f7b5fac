package netreader.client.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import netreader.protocol.BookRow;
import netreader.protocol.Event;
import netreader.protocol.FrameReader;
import netreader.protocol.Header;
import netreader.protocol.MessageCodec;
import netreader.protocol.Reply;
import netreader.protocol.Request;
import netreader.protocol.ShelfChanges;

/** A server on a real socket whose books are in memory, and which can die, come back and cut a transfer. */
final class TestServer implements AutoCloseable {
    private static final Reply NOT_FOUND = new Reply.Failure("NOT_FOUND", "There is no such book");

    final Map<Long, BookRow> shelf = new ConcurrentHashMap<>();
    /** Ids of books that are told to have gone. */
    final Set<Long> gone = ConcurrentHashMap.newKeySet();
    /** So many books are told at a time. */
    volatile int part = Integer.MAX_VALUE;
    /** What each such part takes, in milliseconds. */
    volatile long partDelay;

    final Map<Long, byte[]> files = new ConcurrentHashMap<>();
    /** The pictures of books, by their ids. */
    final Map<Long, String> covers = new ConcurrentHashMap<>();

    final AtomicInteger coversSent = new AtomicInteger();
    final Map<Long, Reply.Place> places = new ConcurrentHashMap<>();
    final AtomicLong bytesSent = new AtomicLong();
    volatile String catalogue = "first";
    volatile long revision = 1;
    /** The connection is cut when this many bytes of files have been sent on it. */
    volatile long cutAfter = Long.MAX_VALUE;
    /** What each part of a file takes, in milliseconds. */
    volatile long delay;
    /** So many more places are not taken: the connection ends instead. */
    final AtomicInteger placesRefused = new AtomicInteger();

    /** As a server that is too busy: texts are not opened, and nothing is said. */
    volatile boolean silentOnOpen;

    final AtomicInteger opensAsked = new AtomicInteger();

    final AtomicInteger shelvesAsked = new AtomicInteger();
    /** What the last request for the shelf said that the reader knows. */
    final AtomicLong askedSince = new AtomicLong();

    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private ServerSocket listener;
    private Thread acceptor;

    TestServer() throws IOException {
        accept(Loopback.listen(0));
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept(ServerSocket opened) {
        listener = opened;
        acceptor = new Thread(() -> acceptAll(opened), "test-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** As after kill -9: nothing answers any more. */
    void die() throws IOException {
        listener.close();
        try {
            acceptor.join(); // until its last call has ended, the system may still take a connection
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : sockets) {
            try (socket) {
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                // it has ended by itself
            }
        }
        sockets.clear();
    }

    void comeBack() throws Exception {
        accept(Loopback.listenAgain(port()));
    }

    /** Tells all who are connected that the shelf has changed. */
    void announce() throws IOException {
        byte[] frame = bytes(MessageCodec.event(new Event.Shelf(revision)));
        for (Socket socket : sockets) {
            try {
                socket.getOutputStream().write(frame);
            } catch (SocketException readerHasGone) {
                // Its own thread takes it out.
            }
        }
    }

    private void acceptAll(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket socket = opened.accept();
                sockets.add(socket);
                Thread thread = new Thread(() -> serve(socket), "test-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            FrameReader frames = new FrameReader(
                    to -> {
                        int n = in.read(to.array(), to.arrayOffset() + to.position(), to.remaining());
                        to.position(to.position() + Math.max(0, n));
                        return n;
                    },
                    FrameReader.MAX_HEADER_BYTES);
            long sent = 0;
            for (Optional<Header> header = frames.next(); header.isPresent(); header = frames.next()) {
                long id = MessageCodec.id(header.get()).orElseThrow();
                Request<?> request = MessageCodec.readRequest(header.get());
                if (request instanceof Request.PutPosition && placesRefused.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                    return;
                }
                if (request instanceof Request.Open) {
                    opensAsked.incrementAndGet();
                    if (silentOnOpen) {
                        continue;
                    }
                }
                byte[] body = body(request);
                OutputStream out = socket.getOutputStream();
                out.write(bytes(MessageCodec.reply(id, reply(request), body.length)));
                if (request instanceof Request.Read) {
                    LockSupport.parkNanos(delay * 1_000_000);
                }
                int length = (int) Math.min(body.length, Math.max(0, cutAfter - sent));
                out.write(body, 0, length);
                sent += request instanceof Request.Read ? length : 0;
                bytesSent.addAndGet(request instanceof Request.Read ? length : 0);
                if (length < body.length) {
                    return;
                }
            }
        } catch (IOException e) {
            // the reader, or the test, has ended the connection
        } finally {
            sockets.remove(socket);
        }
    }

    private Reply reply(Request<?> request) {
        if (request instanceof Request.Hello) {
            return new Reply.Hello(1, "test", catalogue, revision);
        } else if (request instanceof Request.Shelf shelfRequest) {
            boolean more = shelfRequest.since() + part < shelf.size() && part < shelf.size();
            return more ? new Reply.Shelf(shelfRequest.since() + part, true) : new Reply.Shelf(revision, false);
        } else if (request instanceof Request.Named) {
            return new Reply.Named(1);
        } else if (request instanceof Request.Cover) {
            return new Reply.Cover("image/png");
        } else if (request instanceof Request.Read read) {
            return new Reply.Read(files.get(read.book()).length);
        } else if (request instanceof Request.Position position) {
            return new Reply.Position(Optional.ofNullable(places.get(position.book())), Optional.empty());
        } else if (request instanceof Request.PutPosition put) {
            places.put(put.book(), new Reply.Place(put.anchor(), put.fraction()));
            return new Reply.Done();
        } else if (request instanceof Request.Open open) {
            return shelf.containsKey(open.book()) ? new Reply.Open((int) open.book(), 10) : NOT_FOUND;
        } else if (request instanceof Request.Page page && !shelf.containsKey((long) page.handle())) {
            return NOT_FOUND;
        } else if (request instanceof Request.Page page) {
            return page.page() < 10
                    ? new Reply.Page(page.page(), 10, page.page() * 100L)
                    : new Reply.Failure("OUT_OF_RANGE", "There are only 10 pages");
        }
        return new Reply.Done();
    }

    private byte[] body(Request<?> request) {
        if (request instanceof Request.Shelf asked) {
            askedSince.set(asked.since());
            shelvesAsked.incrementAndGet();
            LockSupport.parkNanos(partDelay * 1_000_000);
            List<BookRow> books = shelf.values().stream()
                    .sorted(Comparator.comparingLong(BookRow::id))
                    .skip(part < shelf.size() ? asked.since() : 0)
                    .limit(part)
                    .toList();
            return MessageCodec.body(new ShelfChanges(books, List.copyOf(gone)));
        } else if (request instanceof Request.Named named) {
            return MessageCodec.body(new ShelfChanges(List.of(shelf.get(Long.parseLong(named.name()))), List.of()));
        } else if (request instanceof Request.Cover cover) {
            coversSent.incrementAndGet();
            return (covers.get(cover.book()) + " " + cover.pixels().orElse(0L)).getBytes(StandardCharsets.UTF_8);
        } else if (request instanceof Request.Read read) {
            byte[] file = files.get(read.book());
            int from = (int) Math.min(file.length, read.at());
            return Arrays.copyOfRange(file, from, (int) Math.min(file.length, from + read.length()));
        } else if (request instanceof Request.Page page && page.page() < 10) {
            return ("第" + page.page() + "页").getBytes(StandardCharsets.UTF_8);
        }
        return new byte[0];
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        die();
    }
}
