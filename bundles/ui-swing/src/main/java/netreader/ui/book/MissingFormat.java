package netreader.ui.book;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import netreader.client.ShelfBook;
import netreader.ui.text.Messages;
import netreader.ui.work.UiContext;

/** Says what is to be done so that a book can be read whose format this reader does not have. Event thread. */
final class MissingFormat {
    private final UiContext context;
    private final ShelfBook book;
    private Optional<String> jar = Optional.empty();

    MissingFormat(UiContext context, ShelfBook book) {
        this.context = context;
        this.book = book;
    }

    /**
     * Says it at once as far as it is known here, and once more when the server has named the jar that it reads such books
     * with.
     *
     * @param heard may be called after the format has come
     */
    void explain(Consumer<String> heard) {
        heard.accept(sentence());
        if (jar.isEmpty() && !book.local()) {
            context.background()
                    .start(
                            work -> context.client().details(book),
                            details -> {
                                jar = details.formatFile();
                                heard.accept(sentence());
                            },
                            failure -> {}); // what was said is true without the server
        }
    }

    private String sentence() {
        Messages text = context.text();
        Optional<Path> folder = context.formats().folder();
        String what = jar.orElseGet(() -> text.get("format.bundle", book.format()));
        return folder.map(there -> text.get("format.missing", book.format(), what, there))
                .orElseGet(() -> text.get("error.FORMAT_UNAVAILABLE"));
    }
}
