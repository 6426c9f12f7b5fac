package netreader.client;

import java.util.Objects;

/**
 * A page of text.
 *
 * @param page from 0
 * @param pages the number of pages in the book
 * @param anchor where a bookmark on this page points
 */
public record TextPage(int page, int pages, long anchor, String text) {
    public TextPage {
        Objects.requireNonNull(text);
    }
}
