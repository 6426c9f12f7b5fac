package netreader.protocol;

import java.util.Objects;
import java.util.Optional;

/** What a server answers. Lists, texts and pictures travel in the frame's body, so that headers stay small. */
public sealed interface Reply {
    /**
     * @param protocol the version that both sides speak from now on
     * @param software name and version of the server
     * @param catalogue names the server's catalogue for good: book ids and revisions count within it
     * @param revision of the shelf at this moment
     */
    record Hello(int protocol, String software, String catalogue, long revision) implements Reply {
        public Hello {
            Objects.requireNonNull(software);
            Objects.requireNonNull(catalogue);
        }
    }

    /**
     * Body: {@link ShelfChanges} in JSON.
     *
     * @param revision what to ask for next time
     * @param more whether there is more to ask for at once
     */
    record Shelf(long revision, boolean more) implements Reply {}

    /**
     * Body: {@link ShelfChanges} in JSON, the books in the order that was asked for.
     *
     * @param next what to ask for next; empty if these are the last
     * @param total how many books there are in all pages; empty where counting them would take long
     */
    record Query(Optional<String> next, Optional<Long> total) implements Reply {
        public Query {
            next = next == null ? Optional.empty() : next;
            total = total == null ? Optional.empty() : total;
        }
    }

    /** Body: {@link FolderList} in JSON. */
    record Folders() implements Reply {}

    /**
     * Body: {@link ShelfChanges} in JSON, the first of the books.
     *
     * @param count how many books may be meant
     */
    record Named(long count) implements Reply {}

    /** Body: {@link BookInfo} in JSON. */
    record Info() implements Reply {}

    /** Body: the picture. */
    record Cover(String mediaType) implements Reply {
        public Cover {
            Objects.requireNonNull(mediaType);
        }
    }

    /**
     * Body: the bytes.
     *
     * @param size of the whole file in bytes
     */
    record Read(long size) implements Reply {}

    /** @param handle names the opened text on this connection */
    record Open(int handle, int pages) implements Reply {}

    /**
     * Body: the text in UTF-8.
     *
     * @param page from 0
     */
    record Page(int page, int pages, long anchor) implements Reply {}

    /**
     * Body: a list of {@link OutlineEntry} in JSON.
     *
     * @param complete false if the outline is still being looked for, and has no entries yet
     * @param next index of the entry to go on from; empty if these are the last
     */
    record Outline(boolean complete, Optional<Long> next) implements Reply {
        public Outline {
            next = next == null ? Optional.empty() : next;
        }
    }

    /**
     * Body: {@link FoundHits} in JSON.
     *
     * @param next the anchor to go on from; empty if the search has reached the end of the book
     */
    record Find(Optional<Long> next) implements Reply {
        public Find {
            next = next == null ? Optional.empty() : next;
        }
    }

    /** It is done; there is nothing else to say. */
    record Done() implements Reply {}

    /** @param place empty if the reader never opened the book */
    record Position(Optional<Place> place) implements Reply {
        public Position {
            place = place == null ? Optional.empty() : place;
        }
    }

    /**
     * A place in a book.
     *
     * @param fraction how far through the book, 0.0 to 1.0
     */
    record Place(long anchor, double fraction) {}

    /**
     * The request failed.
     *
     * @param error name of an {@link ErrorCode}
     * @param message a sentence for a person
     */
    record Failure(String error, String message) implements Reply {
        public Failure {
            Objects.requireNonNull(error);
            message = message == null ? "" : message;
        }
    }
}
