package netreader.dialect.classic;

import java.util.Optional;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.OpenText;
import netreader.format.OpenOptions;

/** The one text that a connection has open, and where it reads. */
final class Reading implements AutoCloseable {
    /**
     * A page of a TXT is shorter than 1.25 times this, so 319 bytes, and no charset makes more than three bytes of UTF-8
     * out of one: at the most 957, less than {@link Plain#MAX_ANSWER_BYTES}.
     */
    private static final int PAGE_BYTES = OpenOptions.MIN_PAGE_BYTES;

    /** An answer of no bytes would be none. */
    private static final String EMPTY_PAGE = "\n";

    private final Catalogue catalogue;
    private Optional<OpenText> open = Optional.empty();
    private int nextPage;
    /** What did not fit of the last page. */
    private String rest = "";

    Reading(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Opens a text in place of the one that is open, which stays open if that fails.
     *
     * @return the number of its pages
     */
    int open(String name) throws RequestException, CatalogueException {
        CatalogueBook book = catalogue
                .bookNamed(name)
                .orElseThrow(() -> new RequestException("There is no book named " + name + " on the shelf"));
        OpenText opened = catalogue.openText(book.id(), PAGE_BYTES);
        int pages;
        try {
            pages = opened.pageCount();
        } catch (CatalogueException | RuntimeException e) {
            opened.close();
            throw e;
        }
        close();
        open = Optional.of(opened);
        return pages;
    }

    /**
     * A page's text, short enough for one answer. Only formats with pages of their own have longer ones: asking for the
     * next page then brings the rest first.
     *
     * @param number from 1; 0 for the next page
     */
    String page(int number) throws RequestException, CatalogueException {
        OpenText text =
                open.orElseThrow(() -> new RequestException("No text is open; 1 and the name of a text opens one"));
        if (number > 0 || rest.isEmpty()) {
            int page = number > 0 ? number - 1 : nextPage;
            rest = text.page(page).text();
            nextPage = page + 1;
        }
        int end = Plain.charsWithin(rest, Plain.MAX_ANSWER_BYTES);
        String answer = rest.substring(0, end);
        rest = rest.substring(end);
        return answer.isEmpty() ? EMPTY_PAGE : answer;
    }

    @Override
    public void close() {
        open.ifPresent(OpenText::close);
        open = Optional.empty();
        nextPage = 0;
        rest = "";
    }
}
