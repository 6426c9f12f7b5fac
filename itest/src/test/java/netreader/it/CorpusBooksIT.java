package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import netreader.launcher.ShellHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a running server makes of the corpus's EPUBs and comics when their formats are dropped in, beside its MANIFEST. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CorpusBooksIT {
    private static final Path CORPUS = Path.of(System.getProperty("netreader.corpus", "/work/shared/corpus"));
    private static final List<String> FORMATS = List.of("EPUB", "CBZ");
    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(8);

    @TempDir
    private Path folder;

    /** A row of the MANIFEST; what it does not state is empty. */
    private record Row(String path, String format, String expect, String title, String author, String pages) {}

    @Test
    void epubsAndComicsEndAsTheManifestSays() throws Exception {
        assumeTrue(Files.isRegularFile(CORPUS.resolve("MANIFEST.tsv")));
        Installation installation = Installation.copyTo(folder.resolve("installation"));
        Path library = folder.resolve("library");
        List<Row> rows = rows();
        for (Row row : rows) {
            Path file = library.resolve(row.path());
            Files.createDirectories(file.getParent());
            Files.copy(CORPUS.resolve(row.path()), file);
        }
        Path data = folder.resolve("data");
        try (Server server = Server.start(installation, library, data)) {
            for (String format : List.of("comic", "epub")) {
                FormatJars.moveInto(
                        FormatJars.extra(installation, format),
                        installation.bundles().resolve("format-" + format + ".jar"));
            }
            Map<String, JsonObject> books = settled(data, rows.size());
            List<String> differences = new ArrayList<>();
            rows.forEach(row -> compare(row, books.get(row.path()), differences));
            assertEquals("", String.join("\n", differences));
            assertEquals(
                    List.of(),
                    server.log()
                            .lines()
                            .filter(line -> line.startsWith("\tat "))
                            .toList());
        }
    }

    private static List<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(CORPUS.resolve("MANIFEST.tsv"));
        List<String> names = Arrays.asList(lines.get(0).split("\t"));
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(cells -> FORMATS.contains(cells[names.indexOf("format")]))
                .map(cells -> new Row(
                        cells[names.indexOf("path")],
                        cells[names.indexOf("format")],
                        cells[names.indexOf("expect")],
                        cells[names.indexOf("title")],
                        cells[names.indexOf("author")],
                        cells[names.indexOf("pages")]))
                .toList();
    }

    /** The books by name, when none is pending any more. */
    private static Map<String, JsonObject> settled(Path data, int count) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (true) {
            Map<String, JsonObject> books = new HashMap<>();
            String said = ShellHere.ask(data, "nr:books --json");
            for (JsonElement each :
                    JsonParser.parseString(said).getAsJsonObject().getAsJsonArray("books")) {
                books.put(each.getAsJsonObject().get("name").getAsString(), each.getAsJsonObject());
            }
            if (books.size() == count && books.values().stream().noneMatch(book -> is(book, "pending"))) {
                return books;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Not all books were read: " + books);
            }
            Thread.sleep(200);
        }
    }

    private static boolean is(JsonObject book, String status) {
        return book.get("status").getAsString().equals(status);
    }

    private static void compare(Row row, JsonObject book, List<String> differences) {
        boolean mayFail = row.expect().contains("fail cleanly") || row.expect().contains("refuses");
        if (is(book, "quarantined")) {
            String reason = book.get("reason").getAsString();
            if (!mayFail || reason.isBlank() || reason.contains("Exception")) {
                differences.add(row.path() + " is quarantined: " + reason);
            }
            return;
        }
        check(row, "title", row.title(), book.get("title").getAsString(), differences);
        check(row, "authors", row.author(), authors(book), differences);
        check(row, "pages", row.pages(), book.get("pages").getAsString(), differences);
    }

    private static String authors(JsonObject book) {
        JsonElement authors = book.get("authors");
        return authors.isJsonArray()
                ? StreamSupport.stream(authors.getAsJsonArray().spliterator(), false)
                        .map(JsonElement::getAsString)
                        .collect(Collectors.joining("; "))
                : authors.getAsString();
    }

    private static void check(Row row, String what, String wanted, String is, List<String> differences) {
        if (!wanted.isEmpty() && !wanted.equals(is)) {
            differences.add(row.path() + ": the " + what + " should be \"" + wanted + "\" and is \"" + is + "\"");
        }
    }
}
