package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is chosen for a book at the shell, and what is looked for in books at the command line. */
@Timeout(120)
class BookSettingsIT {
    private static final Installation INSTALLATION = Installation.built();
    private static final String TEXT = "話說天下大勢，分久必合，合久必分。\n".repeat(300);

    @TempDir
    private Path folder;

    private Path library;
    private Path data;
    private Path book;

    @BeforeEach
    void fillTheLibrary() throws Exception {
        library = Files.createDirectory(folder.resolve("library"));
        data = folder.resolve("data");
        book = write("三國.txt", TEXT);
    }

    @Test
    void aChoiceAtTheShellIsReadAtOnceAndOutlivesAKilledServerAndANewFile() throws Exception {
        try (Server server = Server.start(INSTALLATION, library, data);
                Batch reader = new Batch(INSTALLATION, server.address())) {
            JsonObject before = reader.await("info 三國.txt", info -> info.has("encoding"));
            assertEquals("", chosen(before));
            JsonObject page = reader.run("page 三國.txt 2");
            assertTrue(page.get("text").getAsString().contains("合久必分"));
            assertTrue(shell("nr:set", "三國").matches("(?s).*charset +\\(automatic\\).*"));
            assertTrue(shell("nr:set", "三國", "charset=gb18030").matches("(?s).*charset +GB18030.*"));
            JsonObject after = reader.run("info 三國.txt");
            assertEquals("GB18030", after.get("encoding").getAsString());
            assertEquals("GB18030", chosen(after));
            JsonObject other = reader.run("page 三國.txt 2");
            assertFalse(other.get("text").getAsString().contains("合久必分"));
            server.kill();
        }
        write("三國.txt", "新的" + TEXT);
        try (Server server = Server.start(INSTALLATION, library, data);
                Batch reader = new Batch(INSTALLATION, server.address())) {
            long size = Files.size(book);
            JsonObject info =
                    reader.await("info 三國.txt", now -> now.get("bytes").getAsLong() == size);
            assertEquals("GB18030", chosen(info));
            assertTrue(shell("nr:set", "三國", "charset=").matches("(?s).*charset +\\(automatic\\).*"));
            assertEquals("", chosen(reader.run("info 三國.txt")));
            assertTrue(reader.run("page 三國.txt 1").get("text").getAsString().startsWith("新的話說"));
        }
    }

    @Test
    void whatCannotBeChosenIsOneSentence() throws Exception {
        try (Server server = Server.start(INSTALLATION, library, data)) {
            INSTALLATION.run("info", "三國.txt", "--server", server.address()).done();
            for (String wrong : new String[] {"charset=klingon", "colour=blue", "charset"}) {
                Outcome outcome = INSTALLATION.run("shell", "--data", data.toString(), "nr:set", "三國", wrong);
                int status = wrong.contains("=") ? 1 : 2;
                assertEquals(1, outcome.failure(status).lines().count(), outcome.err());
            }
            assertFalse(server.log().contains("\tat "), server.log());
        }
    }

    @Test
    void theOutlineIsTriedWithoutKeepingTheChoice() throws Exception {
        write("chapters.txt", "第一章 開始\n" + TEXT + "第二章 結束\n" + TEXT);
        try (Server server = Server.start(INSTALLATION, library, data)) {
            INSTALLATION
                    .run("info", "chapters.txt", "--server", server.address())
                    .done();
            assertTrue(shell("nr:outline", "chapters").contains("第二章 結束"));
            assertTrue(shell("nr:outline", "chapters", "charset=GB18030").contains("0 entries"));
            assertTrue(shell("nr:outline", "chapters").contains("2 entries"));
        }
    }

    @Test
    void wordsAreFoundInTextsAndInPdfs() throws Exception {
        Files.copy(Installation.sampleLibrary().resolve("唐诗三百首.pdf"), library.resolve("唐诗三百首.pdf"));
        try (Server server = Server.start(INSTALLATION, library, data);
                Batch reader = new Batch(INSTALLATION, server.address())) {
            JsonArray hits = reader.run("find 三國.txt 分久必合").getAsJsonArray("hits");
            assertTrue(hits.size() >= 299, hits.size() + " hits"); // one may lie over the end of a page
            assertEquals(1, hits.get(0).getAsJsonObject().get("page").getAsInt());
            JsonObject last = hits.get(hits.size() - 1).getAsJsonObject();
            assertEquals(
                    reader.run("page 三國.txt 1").get("pages").getAsInt(),
                    last.get("page").getAsInt());
            assertEquals(0, reader.run("find 三國.txt 水滸").getAsJsonArray("hits").size());
            JsonObject poems = reader.run("find 唐诗三百首.pdf 床前明月光");
            assertTrue(poems.has("hits"), poems.toString());
            assertEquals(1, poems.getAsJsonArray("hits").size());
            assertEquals("USAGE", reader.run("find 三國.txt").get("error").getAsString());
        }
    }

    /** Writes a text in Big5, long ago: the server need not wait whether more is written. */
    private Path write(String name, String text) throws IOException {
        Path file = Files.write(library.resolve(name), text.getBytes(Charset.forName("Big5-HKSCS")));
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private static String chosen(JsonObject info) {
        return info.getAsJsonObject("settings").get("charset").getAsString();
    }

    private String shell(String... words) throws Exception {
        String[] all = new String[words.length + 3];
        all[0] = "shell";
        all[1] = "--data";
        all[2] = data.toString();
        System.arraycopy(words, 0, all, 3, words.length);
        return INSTALLATION.run(all).done().out();
    }
}
