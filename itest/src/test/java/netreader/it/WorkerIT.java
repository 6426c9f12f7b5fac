package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Books that hang, eat or end the process that inspects them, and what becomes of that process. */
@Timeout(120)
class WorkerIT {
    private static final long PAGE_LIMIT_MS = 1000;

    @TempDir
    private Path folder;

    private Installation installation;
    private Path library;
    private Path data;

    @BeforeEach
    void make() throws IOException {
        installation = Installation.copyTo(folder.resolve("installation"));
        library = Files.createDirectories(folder.resolve("library"));
        data = folder.resolve("data");
        limits(3);
        for (String name : List.of("论语.txt", "唐诗三百首.pdf")) {
            Files.copy(Installation.sampleLibrary().resolve(name), library.resolve(name));
        }
        Files.copy(
                TestFormat.ofFiles(folder, "1.0.0", true),
                installation.bundles().resolve("format-lines.jar"));
    }

    private void limits(int seconds) throws IOException {
        Files.writeString(installation.home().resolve("conf/netreader.catalogue.cfg"), """
                inspectionTimeoutInSeconds=%d
                coverTimeoutInSeconds=2
                inspectionMemoryInMegabytes=64
                """.formatted(seconds));
    }

    @Test
    void hostileBooksAreQuarantinedWhilePagesAreServed() throws Exception {
        try (Server server = Server.start(installation, library, data);
                FramedClient good = new FramedClient(server.port());
                Batch reader = new Batch(installation, server.address())) {
            good.ask(FramedClient.HELLO);
            good.open(good.await("论语.txt").get("id").getAsLong());
            for (String deed : List.of("hang", "eat", "exit")) {
                Files.writeString(library.resolve(deed + ".lines"), deed);
            }
            Files.write(library.resolve("bomb.pdf"), HostilePdf.bomb());
            Files.write(library.resolve("endless.pdf"), HostilePdf.endlessPage());
            List<Long> millis = new ArrayList<>();
            JsonObject shelf = reader.run("ls");
            while (statuses(shelf).size() < 7 || statuses(shelf).containsValue("pending")) {
                for (int i = 0; i < 20; i++) {
                    long began = System.nanoTime();
                    assertFalse(good.page(i % 8).isEmpty());
                    millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
                    Thread.sleep(5); // as many readers do together
                }
                shelf = reader.run("ls");
            }
            Collections.sort(millis);
            long late = millis.get(millis.size() * 95 / 100);
            assertTrue(late < PAGE_LIMIT_MS, "of " + millis.size() + " pages some took " + late + " ms and longer");
            assertEquals("Reading it took more than 3 s", reason(reader, "hang.lines"));
            assertEquals("Reading it took more than 64 MB of memory", reason(reader, "eat.lines"));
            assertEquals("The process that read it ended unexpectedly", reason(reader, "exit.lines"));
            Map<String, String> statuses = statuses(shelf);
            assertEquals("ready", statuses.get("bomb.pdf"), "the format itself leaves half a gigabyte where it is");
            assertEquals("ready", statuses.get("endless.pdf"), "its cover alone cannot be painted");
            assertEquals("ready", statuses.get("唐诗三百首.pdf"));
            assertFalse(server.log().contains("\tat "), server.log());
            String listed = installation
                    .run("shell", "--data", data.toString(), "nr:quarantine")
                    .done()
                    .out();
            assertTrue(listed.contains("hang.lines") && listed.contains("took more than 3 s"), listed);
            assertFalse(listed.contains("endless.pdf"), listed);
        }
    }

    @Test
    void aBookThatAFormatCouldNotReadIsReadByItsNextVersion() throws Exception {
        Files.writeString(library.resolve("exit.lines"), "exit");
        try (Server server = Server.start(installation, library, data);
                Batch reader = new Batch(installation, server.address())) {
            awaitStatus(reader, "exit.lines", "quarantined"::equals);
            Path next = TestFormat.ofFiles(folder, "2.0.0", false);
            Path beside = Files.copy(next, installation.bundles().resolve("format-lines.new"));
            Files.move(beside, installation.bundles().resolve("format-lines.jar"), StandardCopyOption.REPLACE_EXISTING);
            awaitStatus(reader, "exit.lines", "ready"::equals);
        }
    }

    @Test
    void aKilledProcessIsReplacedAndItsBookTriedAgain() throws Exception {
        limits(8);
        Files.writeString(library.resolve("hang.lines"), "hang");
        try (Server server = Server.start(installation, library, data);
                Batch reader = new Batch(installation, server.address())) {
            ProcessHandle first = awaitChild(server, child -> busy(child));
            first.destroyForcibly();
            ProcessHandle second = awaitChild(server, child -> !child.equals(first));
            assertEquals("pending", statuses(reader.run("ls")).get("hang.lines"));
            awaitStatus(reader, "hang.lines", "quarantined"::equals);
            assertEquals("Reading it took more than 8 s", reason(reader, "hang.lines"));
            second.onExit().get(20, TimeUnit.SECONDS);
            awaitStatus(reader, "唐诗三百首.pdf", "ready"::equals);
        }
    }

    @Test
    void aKilledServerLeavesNoProcess() throws Exception {
        limits(100);
        Files.writeString(library.resolve("hang.lines"), "hang");
        try (Server server = Server.start(installation, library, data)) {
            ProcessHandle child = awaitChild(server, each -> busy(each));
            server.kill();
            child.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aServerThatStopsInTheMiddleOfABookLeavesNothing() throws Exception {
        limits(100);
        Files.writeString(library.resolve("hang.lines"), "hang");
        try (Server server = Server.start(installation, library, data)) {
            ProcessHandle child = awaitChild(server, each -> busy(each));
            server.stop();
            child.onExit().get(20, TimeUnit.SECONDS);
            assertFalse(Files.exists(data.resolve("server/worker/1")), "its folder goes with it");
        }
    }

    /** Whether it has begun with a book that hangs: a start takes less of the processor. */
    private static boolean busy(ProcessHandle child) {
        return child.info()
                .totalCpuDuration()
                .filter(used -> used.toSeconds() >= 3)
                .isPresent();
    }

    /** The process that inspects books; other children prepare the next start. */
    private static ProcessHandle awaitChild(Server server, Predicate<ProcessHandle> wanted) throws Exception {
        while (true) {
            List<ProcessHandle> found = server.process()
                    .children()
                    .filter(child -> child.info().command().orElse("").endsWith("java"))
                    .filter(wanted)
                    .toList();
            if (!found.isEmpty()) {
                return found.get(0);
            }
            Thread.sleep(50);
        }
    }

    private static void awaitStatus(Batch reader, String book, Predicate<String> wanted) throws Exception {
        reader.await(
                "ls",
                shelf -> statuses(shelf).containsKey(book)
                        && wanted.test(statuses(shelf).get(book)));
    }

    private static String reason(Batch reader, String book) throws IOException {
        return reader.run("info " + book).get("reason").getAsString();
    }

    private static Map<String, String> statuses(JsonObject shelf) {
        Map<String, String> statuses = new TreeMap<>();
        shelf.getAsJsonArray("books").forEach(each -> {
            JsonObject book = each.getAsJsonObject();
            statuses.put(book.get("name").getAsString(), book.get("status").getAsString());
        });
        return statuses;
    }
}
