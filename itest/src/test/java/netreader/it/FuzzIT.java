package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Broken conversations by the thousand. {@code -Dnetreader.fuzz.cases=1000000} plays more of them;
 * {@code -Dnetreader.fuzz.seed=} with the seed of a failure, and one case, plays that one again.
 */
class FuzzIT {
    private static final Installation INSTALLATION = Installation.built();
    private static final int CLIENTS = 48;
    private static final long PROMPT_MILLIS = 10_000;
    private static final long SETTLED_SECONDS = 20;

    @TempDir
    private Path folder;

    private Path data;
    private FuzzGenerator generator;
    /** The number of a text. */
    private long text;

    @Test
    void whateverClientsSayTheServerKeepsNothingAndServesTheNext() throws Exception {
        assumeTrue(ProcessLevels.known());
        long cases = Long.getLong("netreader.fuzz.cases", 10_000);
        long seed = Long.getLong("netreader.fuzz.seed", new Random().nextLong());
        data = folder.resolve("data");
        try (Server server = Server.start(INSTALLATION, library(), data)) {
            generator = generator(server);
            FuzzOracle oracle = FuzzOracle.of(Installation.sampleLibrary().resolveSibling("docs/error-codes.md"));
            FuzzClient client = new FuzzClient(server.port(), oracle);
            playAll(server, client, seed, Math.min(500, cases)); // the server has done everything once
            ProcessLevels before = settled(server, Optional.empty());
            long began = System.nanoTime();
            playAll(server, client, seed, cases);
            System.out.printf(
                    "Fuzz: %,d cases from the seed %d in %,d ms%n",
                    cases, seed, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            ProcessLevels after = settled(server, Optional.of(before));
            assertTrue(after.within(before), () -> "Left over: " + after.beyond(before));
            assertFalse(server.log().matches("(?s).*(\tat |Exception|SEVERE|ERROR).*"), server.log());
            assertEquals(List.of(), booksOf(after), "books are closed");
        }
    }

    private Path library() throws IOException {
        Path library = Files.createDirectories(folder.resolve("library"));
        for (String name : List.of("论语.txt", "孟子.txt", "古文观止.txt", "唐诗三百首.pdf")) {
            Files.copy(Installation.sampleLibrary().resolve(name), library.resolve(name));
        }
        return library;
    }

    /** A generator that knows the shelf, when everything on it has been read. */
    private FuzzGenerator generator(Server server) throws Exception {
        while (true) {
            try (FramedClient client = new FramedClient(server.port())) {
                client.ask(FramedClient.HELLO);
                JsonObject shelf = JsonParser.parseString(client.ask("{'id':2,'op':'shelf','since':0}")
                                .get("text")
                                .getAsString())
                        .getAsJsonObject();
                List<JsonElement> books = shelf.getAsJsonArray("books").asList();
                if (books.size() == 4
                        && books.stream().allMatch(book -> text(book, "status").equals("ready"))) {
                    List<JsonElement> sorted = books.stream()
                            .sorted((a, b) -> Long.compare(
                                    a.getAsJsonObject().get("id").getAsLong(),
                                    b.getAsJsonObject().get("id").getAsLong()))
                            .toList();
                    List<String> names =
                            sorted.stream().map(book -> text(book, "name")).toList();
                    text = 1L + names.indexOf("论语.txt");
                    return new FuzzGenerator(
                            names,
                            sorted.stream().map(book -> text(book, "version")).toList());
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static String text(JsonElement book, String field) {
        return book.getAsJsonObject().get(field).getAsString();
    }

    /** Plays cases on many connections at a time, while a good client turns pages. */
    private void playAll(Server server, FuzzClient client, long seed, long cases) throws Exception {
        AtomicLong next = new AtomicLong(seed);
        AtomicReference<AssertionError> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread thread = new Thread(() -> {
                for (long one = next.getAndIncrement();
                        one - seed < cases && failure.get() == null;
                        one = next.getAndIncrement()) {
                    try {
                        client.play(generator.make(one));
                    } catch (Exception | AssertionError e) {
                        failure.compareAndSet(null, new AssertionError("The case of the seed " + one + "L: " + e, e));
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        while (threads.stream().anyMatch(Thread::isAlive) && failure.get() == null) {
            turnPages(server);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        turnPages(server);
    }

    /** A client that comes now is served at once. */
    private void turnPages(Server server) throws IOException {
        long began = System.nanoTime();
        try (FramedClient good = new FramedClient(server.port()).open(text)) {
            for (int page = 0; page < 5; page++) {
                assertFalse(good.page(page).isEmpty());
            }
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        assertTrue(millis < PROMPT_MILLIS, () -> "A good client waited " + millis + " ms");
    }

    /** What the server holds when nobody is connected and what it held for clients has gone. */
    private ProcessLevels settled(Server server, Optional<ProcessLevels> before) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLED_SECONDS);
        String sessions;
        do {
            sessions = INSTALLATION
                    .run("shell", "--data", data.toString(), "nr:sessions")
                    .done()
                    .out()
                    .strip();
        } while (!sessions.equals("Nobody is connected") && System.nanoTime() < until);
        assertEquals("Nobody is connected", sessions);
        ProcessLevels now = ProcessLevels.of(server.process().pid());
        while (System.nanoTime() < until
                && !(booksOf(now).isEmpty() && (before.isEmpty() || now.within(before.get())))) {
            TimeUnit.MILLISECONDS.sleep(50);
            now = ProcessLevels.of(server.process().pid());
        }
        return now;
    }

    private static List<String> booksOf(ProcessLevels levels) {
        return levels.descriptors().stream()
                .filter(file -> file.contains("/library/"))
                .toList();
    }
}
