package netreader.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.OptionalLong;
import netreader.client.Client;
import netreader.client.ClientException;
import netreader.client.Contents;
import netreader.client.FlowingReading;
import netreader.client.OpenRequest;
import netreader.client.PaintedReading;
import netreader.client.Progress;
import netreader.client.Reading;
import netreader.client.SearchHits;
import netreader.client.ShelfBook;
import netreader.client.TextPage;
import netreader.format.Work;

/** {@code page}, {@code toc}, {@code text} and {@code find}. */
record TextCommands(Client client, Fetched fetched) {
    private static final int HITS_AT_A_TIME = 200;

    /** More are nothing that a person or a script was looking for. */
    private static final int MOST_HITS = 10_000;

    Answer page(ShelfBook book, Arguments arguments) throws ClientException {
        try (Reading reading = open(book, arguments)) {
            TextPage page = textPage(reading, arguments.page(reading.pageCount()));
            JsonObject json = new JsonObject();
            json.addProperty("page", page.page() + 1);
            json.addProperty("pages", page.pages());
            json.addProperty("anchor", page.anchor());
            json.addProperty("text", page.text());
            fetched.tell(reading, arguments, json);
            return new Answer(json, page.text().endsWith("\n") ? page.text() : page.text() + "\n");
        }
    }

    Answer contents(ShelfBook book, Arguments arguments) throws ClientException {
        try (Reading reading = open(book, arguments)) {
            Contents contents = reading.contents();
            JsonArray entries = new JsonArray();
            Columns columns = new Columns();
            for (Contents.Entry entry : contents.entries()) {
                JsonObject json = new JsonObject();
                json.addProperty("title", entry.title());
                json.addProperty("page", entry.page() + 1);
                json.addProperty("level", entry.level());
                entries.add(json);
                columns.row("  ".repeat(entry.level()) + entry.title(), Integer.toString(entry.page() + 1));
            }
            columns.rightAligned(1);
            JsonObject json = new JsonObject();
            json.add("toc", entries);
            json.addProperty("complete", contents.complete());
            fetched.tell(reading, arguments, json);
            return new Answer(json, entries.isEmpty() ? "The book has no table of contents.\n" : columns.toString());
        }
    }

    /** A flowing book as it is; the pages of a painted one with form feeds between them. */
    Answer whole(ShelfBook book, Arguments arguments) throws ClientException {
        try (Reading reading = open(book, arguments)) {
            String between = reading instanceof PaintedReading ? "\f" : "";
            StringBuilder text = new StringBuilder();
            for (int page = 0; page < reading.pageCount(); page++) {
                text.append(page == 0 ? "" : between);
                text.append(textPage(reading, page).text());
            }
            JsonObject json = new JsonObject();
            json.addProperty("text", text.toString());
            fetched.tell(reading, arguments, json);
            return new Answer(json, text.toString());
        }
    }

    /** Every place in the book. */
    Answer find(ShelfBook book, Arguments arguments) throws ClientException {
        try (Reading reading = open(book, arguments)) {
            JsonArray hits = new JsonArray();
            StringBuilder lines = new StringBuilder();
            OptionalLong next = OptionalLong.of(0);
            while (next.isPresent() && hits.size() < MOST_HITS) {
                SearchHits found = reading.find(arguments.words(), next.getAsLong(), HITS_AT_A_TIME);
                for (SearchHits.Hit hit : found.hits()) {
                    JsonObject json = new JsonObject();
                    json.addProperty("page", hit.page() + 1);
                    json.addProperty("anchor", hit.anchor());
                    json.addProperty("text", hit.text());
                    hits.add(json);
                    lines.append("page ").append(hit.page() + 1).append(": ");
                    lines.append(hit.text().replaceAll("\\p{Cntrl}+", " ")).append('\n');
                }
                next = found.next();
            }
            JsonObject json = new JsonObject();
            json.add("hits", hits);
            if (next.isPresent()) {
                json.addProperty("complete", false);
                lines.append("There are more.\n");
            }
            fetched.tell(reading, arguments, json);
            return new Answer(json, lines.toString());
        }
    }

    private Reading open(ShelfBook book, Arguments arguments) throws ClientException {
        return client.open(
                book,
                new OpenRequest(
                        arguments.pageBytes(), Map.of(), arguments.password(), Progress.IGNORED, Work.UNCANCELLED));
    }

    private static TextPage textPage(Reading reading, int page) throws ClientException {
        if (reading instanceof FlowingReading flowing) {
            return flowing.page(page);
        }
        PaintedReading painted = (PaintedReading) reading;
        return new TextPage(page, painted.pageCount(), page, painted.pageText(page));
    }
}
