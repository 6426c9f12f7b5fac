package netreader.cli;

import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import netreader.client.Client;
import netreader.client.ClientException;
import netreader.client.OpenRequest;
import netreader.client.PaintedReading;
import netreader.client.Reading;
import netreader.client.ShelfBook;
import netreader.format.Work;

/** {@code get} and {@code render}: what they make appears whole or not at all. */
record FileCommands(Client client, TransferLine transfer, Fetched fetched) {
    private static final double POINTS_PER_INCH = 72;

    Answer get(ShelfBook book, Arguments arguments) throws ClientException {
        long start = System.nanoTime();
        Path target = target(book, arguments);
        try {
            Path copy = client.fetch(book, transfer.of(fileName(book)), Work.UNCANCELLED);
            put(target, beside -> Files.copy(copy, beside, StandardCopyOption.REPLACE_EXISTING));
        } finally {
            transfer.clear();
        }
        return made(target, start, new JsonObject());
    }

    Answer render(ShelfBook book, Arguments arguments) throws ClientException {
        long start = System.nanoTime();
        Path target = target(book, arguments);
        OpenRequest request = new OpenRequest(
                arguments.pageBytes(), Map.of(), arguments.password(), transfer.of(fileName(book)), Work.UNCANCELLED);
        try (Reading reading = client.open(book, request)) {
            transfer.clear();
            if (!(reading instanceof PaintedReading painted)) {
                throw new ClientException(
                        Failures.UNSUPPORTED,
                        "\"" + book.title() + "\" is a text without pages of a fixed look; the command page prints it");
            }
            int page = arguments.page(painted.pageCount());
            BufferedImage picture = painted.render(page, arguments.dpi() / POINTS_PER_INCH, Work.UNCANCELLED);
            ImageIO.setUseCache(false);
            put(target, beside -> {
                if (!ImageIO.write(picture, "png", beside.toFile())) {
                    throw new IOException("There is no writer for PNG");
                }
            });
            JsonObject json = new JsonObject();
            json.addProperty("page", page + 1);
            json.addProperty("width", picture.getWidth());
            json.addProperty("height", picture.getHeight());
            fetched.tell(painted, arguments, json);
            return made(target, start, json);
        }
    }

    private static String fileName(ShelfBook book) {
        return book.name().substring(book.name().lastIndexOf('/') + 1);
    }

    private static Path target(ShelfBook book, Arguments arguments) throws ClientException {
        try {
            Path target = arguments.out().orElse(Path.of(fileName(book)));
            return Files.isDirectory(target) ? target.resolve(fileName(book)) : target;
        } catch (InvalidPathException e) {
            throw new ClientException(
                    ClientException.LOCAL_IO, "A file here cannot be called \"" + fileName(book) + "\"; use -o", e);
        }
    }

    /** Writes into a file that nobody looks at, then moves it over the target. */
    private static void put(Path target, Writing writing) throws ClientException {
        try {
            Path folder = target.toAbsolutePath().getParent();
            // Short, whatever the length of the target's own name.
            Path beside =
                    Files.createTempFile(folder == null ? target.toAbsolutePath() : folder, ".netreader", ".part");
            try {
                Files.delete(beside); // for its mode: the finished file gets the usual one
                writing.to(beside);
                move(beside, target);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new ClientException(ClientException.LOCAL_IO, "The file " + target + " cannot be written", e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Answer made(Path target, long start, JsonObject more) throws ClientException {
        try {
            double seconds = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
            long bytes = Files.size(target);
            JsonObject json = new JsonObject();
            json.addProperty("file", target.toString());
            json.addProperty("bytes", bytes);
            json.addProperty("seconds", seconds);
            more.entrySet().forEach(entry -> json.add(entry.getKey(), entry.getValue()));
            return new Answer(json, String.format(Locale.ROOT, "%s: %d bytes in %.2f s%n", target, bytes, seconds));
        } catch (IOException e) {
            throw new ClientException(ClientException.LOCAL_IO, "The file " + target + " cannot be read", e);
        }
    }

    /** Fills a file that does not exist yet. */
    @FunctionalInterface
    private interface Writing {
        void to(Path file) throws IOException;
    }
}
