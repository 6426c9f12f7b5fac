package netreader.ui.shelf;

import netreader.client.ShelfBook;
import netreader.ui.text.Messages;

/** What the shelf tells of a book under the mouse. */
final class BookTooltip {
    private BookTooltip() {}

    static String of(ShelfBook book, Messages text) {
        StringBuilder html =
                new StringBuilder("<html><b>").append(escape(book.title())).append("</b>");
        if (!book.authors().isEmpty()) {
            html.append("<br>").append(escape(String.join(", ", book.authors())));
        }
        html.append("<br>").append(escape(book.format())).append(" · ").append(text.bytes(book.bytes()));
        if (book.pages() > 0) {
            html.append(" · ").append(text.get("shelf.pages", book.pages()));
        }
        if (book.gone()) {
            html.append("<br>").append(escape(text.get("shelf.gone")));
        }
        switch (book.status()) {
            case PENDING -> html.append("<br>").append(escape(text.get("shelf.pending")));
            case QUARANTINED ->
                html.append("<br>")
                        .append(escape(
                                text.because("shelf.quarantined", book.reason().orElse(""))));
            case READY -> {}
        }
        return html.append("</html>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
