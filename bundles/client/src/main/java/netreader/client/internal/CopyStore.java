package netreader.client.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import netreader.client.ClientException;
import netreader.client.ShelfBook;

/** The copies of books on this computer: a file is named by the SHA-256 of its contents, so it cannot be an old one. */
final class CopyStore {
    private static final String UNFINISHED = ".part";

    private final Path folder;

    CopyStore(Path folder) {
        this.folder = folder;
    }

    boolean has(ShelfBook book) {
        return book.sha256().isPresent()
                && Files.isRegularFile(file(book.sha256().get()));
    }

    Path file(String sha256) {
        return folder.resolve(sha256);
    }

    /** Where a copy is put together; it stays there when a transfer is broken off. */
    Path unfinished(String sha256) throws ClientException {
        try {
            return Files.createDirectories(folder).resolve(sha256 + UNFINISHED);
        } catch (IOException e) {
            throw new ClientException(
                    ClientException.LOCAL_IO, "The folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    boolean delete(ShelfBook book) throws ClientException {
        if (book.sha256().isEmpty()) {
            return false;
        }
        Path file = file(book.sha256().get());
        try {
            boolean part = Files.deleteIfExists(file.resolveSibling(file.getFileName() + UNFINISHED));
            return Files.deleteIfExists(file) || part;
        } catch (IOException e) {
            throw new ClientException(ClientException.LOCAL_IO, "The copy could not be deleted: " + e.getMessage(), e);
        }
    }
}
