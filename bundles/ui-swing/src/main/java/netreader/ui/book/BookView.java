package netreader.ui.book;

import java.util.Optional;
import javax.swing.JComponent;
import netreader.client.ClientException;
import netreader.client.Contents;
import netreader.client.SearchHits;
import netreader.ui.command.CommandTarget;

/** The pages of one open book on the screen. Event thread. */
public interface BookView extends CommandTarget {
    /** Where a view tells what it shows. */
    interface Host {
        /**
         * The page is on the screen, or will be as soon as it is ready.
         *
         * @param anchor where a bookmark on it points
         */
        void turned(int page, int pages, long anchor);

        void failed(ClientException failure);

        /** A page has come after a failure. */
        void recovered();

        /** The book has changed on the server, and the page that is shown was read again at the same place. */
        void reread();

        /** The view is about to jump, to follow a link for one: the reader may want to come back to where he is. */
        default void leaving() {}

        /** The reader has chosen how the book is read: nobody needs to be told when it is read again. */
        default void expectReread() {}

        /** Tells the reader something in a sentence that is no trouble. */
        default void tell(String sentence) {}

        /** Looks for words in the book. */
        default void find(String words) {}

        /** What {@link #zoomText} says is another text now. */
        default void zoomed() {}

        /** The book is to be opened once more, as its reader has chosen, and goes on at the anchor. */
        default void openAgain(long anchor) {}
    }

    JComponent content();

    /** The part on which single keys work, in which nothing can be typed. */
    default JComponent keys() {
        return content();
    }

    /** The pages, small, for the side panel; empty if the book has none that would say something. */
    default Optional<JComponent> thumbnails() {
        return Optional.empty();
    }

    /** Goes to the page, from 0; to the nearest one if there is none of that number. */
    void goToPage(int page);

    /** Goes to where an entry of the table of contents points. */
    default void goTo(Contents.Entry entry) {
        goToPage(entry.page());
    }

    /** Goes to the page that holds an anchor. */
    void goToAnchor(long anchor);

    /** Asks again for the page that could not be had. */
    void retry();

    /** Such as {@code 125 %}. */
    String zoomText();

    /** The book's table of contents has come. */
    default void contents(Contents contents) {}

    /** The book is another one on the server now: what is shown is read again at the same place. */
    default void changed() {}

    /**
     * Goes to a hit of a search.
     *
     * @param nth of the hits on its page, from 0
     */
    default void showHit(SearchHits.Hit hit, String query, int nth) {
        goToPage(hit.page());
    }

    /** What was looked for is not marked any more. */
    default void showNoHits() {}

    /** Puts down for the next time where in its page the book is read; it may be closed soon. */
    default void remember() {}

    /** Frees what the view holds; the reading itself is closed by whoever opened it. */
    void close();
}
