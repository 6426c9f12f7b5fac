package netreader.protocol;

import java.util.List;

/**
 * Writes the body of a reply with books without Gson, which took most of the time of a reader's first 100,000 rows
 * (docs/decisions/0019-the-shelf-is-found-by-pairs-of-characters.md).
 */
final class ShelfBody {
    private ShelfBody() {}

    static byte[] of(ShelfChanges changes) {
        HeaderWriter json = new HeaderWriter();
        json.name("books");
        json.beginList();
        for (BookRow book : changes.books()) {
            json.element();
            write(json, book);
        }
        json.endList();
        json.name("removed");
        json.beginList();
        for (long id : changes.removed()) {
            json.element();
            json.ascii(Long.toString(id));
        }
        json.endList();
        return json.body();
    }

    private static void write(HeaderWriter json, BookRow book) {
        json.begin();
        json.field("id", book.id());
        json.field("name", book.name());
        json.field("title", book.title());
        json.name("authors");
        writeTexts(json, book.authors());
        json.field("format", book.format());
        json.field("delivery", book.delivery());
        json.field("bytes", book.bytes());
        json.field("version", book.version());
        json.field("pages", book.pages());
        book.sha256().ifPresent(digest -> json.field("sha256", digest));
        json.field("status", book.status());
        book.reason().ifPresent(reason -> json.field("reason", reason));
        json.name("cover");
        json.ascii(Boolean.toString(book.cover()));
        book.picture().ifPresent(picture -> json.field("picture", picture));
        json.field("added", book.added());
        json.end();
    }

    private static void writeTexts(HeaderWriter json, List<String> texts) {
        json.beginList();
        for (String text : texts) {
            json.element();
            json.text(text);
        }
        json.endList();
    }
}
