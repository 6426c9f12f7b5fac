package netreader.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A large PDF on its way, and what happens on the way. */
@Timeout(120)
class DownloadsIT {
    private static final int BYTES = 30_000_000;
    private static final int DIGEST_LENGTH = 64;
    private static final String BOOK = "large.pdf";

    @TempDir
    private Path folder;

    private Installation installation;
    private Path library;
    private Path file;

    @BeforeEach
    void make() throws IOException {
        installation = Installation.copyTo(folder.resolve("installation"));
        library = Files.createDirectories(folder.resolve("library"));
        byte[] ballast = new byte[BYTES];
        new Random(3).nextBytes(ballast);
        file = Files.write(library.resolve(BOOK), HostilePdf.withBallast(ballast));
    }

    private void bytesPerSecond(int limit) throws IOException {
        Files.writeString(
                installation.home().resolve("conf/netreader.transport.cfg"), "maxBytesPerSecond=" + limit + "\n");
    }

    private Server serve(int port) throws IOException {
        return Server.start(installation, library, folder.resolve("data"), port);
    }

    @Test
    void aDownloadGoesOnAfterTheReaderAndTheServerWereKilled() throws Exception {
        bytesPerSecond(6_000_000);
        Path out = folder.resolve("out.pdf");
        List<String> get = List.of(
                "get",
                BOOK,
                "-o",
                out.toString(),
                "--data",
                folder.resolve("reader").toString(),
                "--json",
                "--verbose");
        Server server = serve(0);
        try {
            awaitReady(server);
            Process killed = start(get, server);
            awaitCopied(BYTES / 4);
            killed.destroyForcibly().waitFor();
            Process second = start(get, server);
            awaitCopied(BYTES / 2);
            server.kill();
            server = serve(server.port());
            assertEquals(0, second.waitFor());
            assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(out));
            server.kill();
            server = serve(server.port());
            Outcome again = Outcome.of(installation.command(withServer(get, server)));
            JsonObject got = again.done().json();
            assertEquals(Files.size(file), got.get("bytes").getAsLong());
            assertTrue(got.get("seconds").getAsDouble() < 3, again.out() + ": it is here already");
        } finally {
            server.close();
        }
    }

    @Test
    void aPageComesLongBeforeTheBook() throws Exception {
        bytesPerSecond(1_000_000);
        try (Server server = serve(0)) {
            awaitReady(server);
            Outcome outcome = Outcome.of(installation.command(withServer(
                    List.of(
                            "render",
                            BOOK,
                            "1",
                            "-o",
                            folder.resolve("1.png").toString(),
                            "--json",
                            "--verbose",
                            "--data",
                            folder.resolve("reader").toString()),
                    server)));
            JsonObject fetched = outcome.done().json().getAsJsonObject("fetched");
            assertTrue(fetched.get("bytes").getAsLong() < 400_000, outcome.out());
            assertTrue(outcome.err().contains("blocks in"), outcome.err());
        }
    }

    private Process start(List<String> words, Server server) throws IOException {
        return installation
                .command(withServer(words, server))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String[] withServer(List<String> words, Server server) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--server", server.address()));
        return all.toArray(String[]::new);
    }

    private void awaitReady(Server server) throws Exception {
        try (Batch batch = new Batch(installation, server.address())) {
            batch.await(
                    "info " + BOOK,
                    info -> info.has("status")
                            && info.get("status").getAsString().equals("ready"));
        }
    }

    /** Waits until the copy has something at a place that was empty. */
    private void awaitCopied(long place) throws Exception {
        Path copies = folder.resolve("reader/reader/copies");
        byte[] bytes = new byte[16];
        while (Arrays.equals(bytes, new byte[16])) {
            Thread.sleep(10);
            for (Path copy : list(copies)) {
                try (RandomAccessFile open = new RandomAccessFile(copy.toFile(), "r")) {
                    if (open.length() > place + bytes.length) {
                        open.seek(place);
                        open.readFully(bytes);
                    }
                }
            }
        }
    }

    private static List<Path> list(Path copies) throws IOException {
        if (!Files.isDirectory(copies)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(copies)) {
            return files.filter(path -> path.getFileName().toString().length() == DIGEST_LENGTH)
                    .toList();
        }
    }
}
