package netreader.ui.flowing;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import netreader.client.Client;
import netreader.client.ClientException;
import netreader.client.FlowingReading;
import netreader.client.OpenRequest;
import netreader.client.Progress;
import netreader.client.ShelfBook;
import netreader.format.OpenOptions;
import netreader.format.Work;

/**
 * Writes the whole text of a book to a file in UTF-8, which is there as a whole or not at all. While the server is away it
 * waits for it. Any thread.
 */
final class TextExport {
    private static final long AGAIN_MILLIS = 500;

    private final Client client;
    private final ShelfBook book;
    private final Duration patience;

    /** @param patience for how long the server may be away */
    TextExport(Client client, ShelfBook book, Duration patience) {
        this.client = client;
        this.book = book;
        this.patience = patience;
    }

    /** What may fail because the server is away. */
    private interface Ask<T> {
        T of() throws ClientException;
    }

    /**
     * @param progress in bytes of the book's file, about
     * @throws ClientException CANCELLED, LOCAL_IO, CHANGED if the book became another one meanwhile, and what the server says
     */
    Path write(Path file, Progress progress, Work work) throws ClientException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        OpenRequest request = new OpenRequest(
                OpenOptions.MAX_PAGE_BYTES, Map.of(), Optional.empty(), Progress.IGNORED, Work.UNCANCELLED);
        try (FlowingReading reading = (FlowingReading) patiently(() -> client.open(book, request), work)) {
            try (Writer writer = Files.newBufferedWriter(part)) {
                int pages = reading.pageCount();
                for (int i = 0; i < pages; i++) {
                    int page = i;
                    writer.write(patiently(() -> reading.page(page), work).text());
                    progress.transferred(book.bytes() * page / pages, book.bytes());
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } catch (IOException e) {
            throw new ClientException(ClientException.LOCAL_IO, "The text cannot be written to " + file, e);
        } finally {
            delete(part);
        }
    }

    private <T> T patiently(Ask<T> ask, Work work) throws ClientException {
        long limit = System.nanoTime() + patience.toNanos();
        while (true) {
            if (work.cancelled()) {
                throw new ClientException("CANCELLED", "The export was cancelled");
            }
            try {
                return ask.of();
            } catch (ClientException e) {
                if (!passes(e) || System.nanoTime() > limit) {
                    throw e;
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClientException("CANCELLED", "The windows are closing", e);
            }
        }
    }

    private static boolean passes(ClientException failure) {
        return switch (failure.code()) {
            case ClientException.UNREACHABLE, "CONNECTION_LOST", "TIMEOUT", "BUSY", "STOPPING", "TOO_MANY_OPEN" -> true;
            default -> false;
        };
    }

    private static void delete(Path part) throws ClientException {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new ClientException(ClientException.LOCAL_IO, part + " cannot be deleted", e);
        }
    }
}
