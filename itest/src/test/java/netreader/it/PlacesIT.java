package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where readers are, when the server is killed, and when it loses its catalogue. */
@Timeout(300)
class PlacesIT {
    private static final Installation INSTALLATION = Installation.built();
    private static final String BOOK = "论语.txt";

    /** More, to look for what is rare: {@code -Dnetreader.kills=50}. */
    private static final int KILLS = Integer.getInteger("netreader.kills", 3);

    @TempDir
    private Path folder;

    private Path library;
    private Path data;

    @BeforeEach
    void makeLibrary() throws IOException {
        library = Files.createDirectories(folder.resolve("library"));
        data = folder.resolve("data");
        Files.copy(Installation.sampleLibrary().resolve(BOOK), library.resolve(BOOK));
    }

    @Test
    void aKillCostsNoMoreThanTheLastSecond() throws Exception {
        Random random = new Random(5);
        long count = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long safe;
            try (Server server = Server.start(INSTALLATION, library, data);
                    FramedClient client = new FramedClient(server.port())) {
                client.ask(FramedClient.HELLO);
                long book = client.await(BOOK).get("id").getAsLong();
                safe = count;
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1500 + random.nextInt(700));
                long[] answeredAt = new long[100_000];
                long first = count;
                while (System.nanoTime() < end) {
                    count++;
                    JsonObject reply = client.ask("{'id':2,'op':'putPosition','book':" + book + ",'anchor':" + count
                            + ",'fraction':0.5,'count':" + count + ",'time':1700000000000}");
                    assertEquals(count, reply.get("count").getAsLong(), reply.toString());
                    answeredAt[(int) (count - first)] = System.nanoTime();
                    TimeUnit.MILLISECONDS.sleep(5); // some hundreds of turns a second are enough
                }
                server.kill();
                long killedAt = System.nanoTime();
                for (long i = first + 1; i <= count; i++) {
                    if (killedAt - answeredAt[(int) (i - first)]
                            > Duration.ofSeconds(1).toNanos()) {
                        safe = i;
                    }
                }
            }
            try (Server server = Server.start(INSTALLATION, library, data);
                    FramedClient client = new FramedClient(server.port())) {
                client.ask(FramedClient.HELLO);
                long book = client.await(BOOK).get("id").getAsLong();
                JsonObject reply = client.ask("{'id':2,'op':'position','book':" + book + "}");
                long kept = reply.get("count").getAsLong();
                assertTrue(kept >= safe && kept <= count, "kept " + kept + " of " + safe + " to " + count);
                assertEquals(kept, reply.getAsJsonObject("place").get("anchor").getAsLong());
            }
        }
    }

    @Test
    void placesOutliveTheCatalogueAndAreOfferedOnTheReadersOtherDevices() throws Exception {
        try (Server server = Server.start(INSTALLATION, library, data);
                FramedClient desk = new FramedClient(server.port())) {
            desk.ask(hello("desk", "书房电脑"));
            long book = desk.await(BOOK).get("id").getAsLong();
            desk.ask("{'id':2,'op':'putPosition','book':" + book
                    + ",'anchor':4096,'fraction':0.25,'count':7,'time':1700000000000}");
        }
        Files.delete(data.resolve("server/catalogue.db"));
        Files.writeString(library.resolve("a new book.txt"), "It would get the number 1 in an empty catalogue.");
        try (Server server = Server.start(INSTALLATION, library, data);
                FramedClient laptop = new FramedClient(server.port());
                FramedClient old = new FramedClient(server.port())) {
            laptop.ask(hello("laptop", "laptop"));
            long book = laptop.await(BOOK).get("id").getAsLong();
            laptop.ask("{'id':2,'op':'putPosition','book':" + book + ",'anchor':1,'fraction':0.1,'count':1}");
            JsonObject reply = laptop.ask("{'id':3,'op':'position','book':" + book + "}");
            assertEquals(1, reply.get("count").getAsLong());
            assertEquals(1, reply.getAsJsonObject("place").get("anchor").getAsLong());
            JsonObject other = JsonParser.parseString(reply.get("text").getAsString())
                    .getAsJsonArray()
                    .get(0)
                    .getAsJsonObject();
            assertEquals("书房电脑", other.get("device").getAsString());
            assertEquals(4096, other.get("anchor").getAsLong());
            assertEquals(1_700_000_000_000L, other.get("time").getAsLong());
            old.ask("{'id':1,'op':'hello','protocol':1,'reader':'alice','device':'desk','software':'older'}");
            JsonObject late =
                    old.ask("{'id':4,'op':'putPosition','book':" + book + ",'anchor':5,'fraction':0.1,'count':6}");
            assertEquals(7, late.get("count").getAsLong(), "a late update changes nothing");
            assertEquals(4096, late.getAsJsonObject("place").get("anchor").getAsLong());
            assertEquals(
                    8,
                    old.ask("{'id':5,'op':'putPosition','book':" + book + ",'anchor':9,'fraction':0.1}")
                            .get("count")
                            .getAsLong(),
                    "who does not count is counted");
            String shell = INSTALLATION
                    .run("shell", "--data", data.toString(), "nr:positions 论语")
                    .done()
                    .out();
            assertTrue(shell.contains("书房电脑") && shell.contains("alice"), shell);
        }
    }

    private static String hello(String device, String name) {
        return "{'id':1,'op':'hello','protocol':1,'reader':'alice','device':'" + device
                + "','software':'it','deviceName':'" + name + "'}";
    }
}
