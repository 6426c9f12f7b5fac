package netreader.ui.book;

import javax.swing.JComponent;
import netreader.client.ClientException;
import netreader.client.Contents;
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
    }

    JComponent content();

    /** Goes to the page, from 0; to the nearest one if there is none of that number. */
    void goToPage(int page);

    /** Asks again for the page that could not be had. */
    void retry();

    /** Such as {@code 125 %}. */
    String zoomText();

    /** The book's table of contents has come. */
    default void contents(Contents contents) {}

    /** Frees what the view holds; the reading itself is closed by whoever opened it. */
    void close();
}
