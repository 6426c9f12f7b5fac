package netreader.client.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import netreader.client.ClientException;
import netreader.client.OpenRequest;
import netreader.client.Place;
import netreader.client.Reading;
import netreader.client.ShelfBook;
import netreader.format.Delivery;
import netreader.format.OpenOptions;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;

/** Books that lie on this computer and are read without a server; their places stay here. Any thread. */
final class LocalFiles {
    private final FormatRegistry formats;
    private final ReaderStore store;
    private final Clock clock;
    private final Map<Long, KeptFile> files = new ConcurrentHashMap<>();

    LocalFiles(FormatRegistry formats, ReaderStore store, Clock clock) {
        this.formats = formats;
        this.store = store;
        this.clock = clock;
    }

    /** Finds out in the background what was read before, and then runs something. */
    void recall(Runnable known) {
        var unused = store.files().thenAccept(kept -> {
            kept.forEach(file -> files.putIfAbsent(file.id(), file));
            if (!kept.isEmpty()) {
                known.run();
            }
        });
    }

    /** Reads the whole file once. A file that was changed since it was read last keeps the place that it had. */
    ShelfBook book(Path given) throws ClientException {
        Path path = given.toAbsolutePath().normalize();
        FormatInfo format = formats.forFileName(path.getFileName().toString())
                .orElseThrow(() -> new ClientException(
                        ClientException.FORMAT_UNAVAILABLE, "This reader has no bundle for books such as " + path));
        String digest = digest(path);
        Optional<Place> place = files.values().stream()
                .filter(file -> file.sha256().equals(digest) && file.format().equals(format.name()))
                .findFirst()
                .or(() -> files.values().stream()
                        .filter(file -> file.path().equals(path))
                        .findFirst())
                .flatMap(KeptFile::place);
        try {
            KeptFile file = new KeptFile(
                    path, digest, Files.size(path), format.name(), format.delivery(), place, clock.millis());
            keep(file);
            return file.book();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private void keep(KeptFile file) {
        files.put(file.id(), file);
        store.saveFile(file);
    }

    private static String digest(Path path) throws ClientException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(path);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            while (digesting.read(buffer) >= 0) {
                // the stream digests what is read
            }
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException e) {
            throw unreadable(path, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static ClientException unreadable(Path path, IOException cause) {
        return new ClientException(ClientException.LOCAL_IO, path + " cannot be read", cause);
    }

    Optional<ShelfBook> book(long id) {
        return Optional.ofNullable(files.get(id)).map(KeptFile::book);
    }

    /** @throws ClientException as {@link netreader.client.Client#open}; LOCAL_IO if the file is not there any more */
    Reading open(ShelfBook book, OpenRequest request, Path formatCache) throws ClientException {
        Path path = Path.of(book.name());
        OpenOptions options = new OpenOptions(request.password(), request.pageBytes(), request.settings(), formatCache);
        if (book.delivery() == Delivery.PAGES) {
            return new LocalText(book, path, options, formats);
        }
        try {
            return new PaintedCopy(book, new WholeFile(path), () -> false, options, formats, request.work());
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    Optional<Place> place(ShelfBook book) {
        return Optional.ofNullable(files.get(book.id())).flatMap(KeptFile::place);
    }

    Optional<Instant> lastRead(ShelfBook book) {
        return Optional.ofNullable(files.get(book.id())).map(file -> Instant.ofEpochMilli(file.read()));
    }

    void remember(ShelfBook book, Place place) {
        KeptFile file = files.get(book.id());
        if (file != null && file.place().filter(place::equals).isEmpty()) {
            keep(file.at(place, clock.millis()));
        }
    }
}
