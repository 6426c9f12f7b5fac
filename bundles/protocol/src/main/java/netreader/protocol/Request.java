package netreader.protocol;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a reader asks. The operation's name on the wire is the record's name with a small first letter.
 *
 * @param <R> the reply that belongs to it
 */
public sealed interface Request<R extends Reply> {
    /** The version of the protocol that this code speaks. */
    int PROTOCOL = 1;

    Class<R> replyType();

    /**
     * The first request of a connection.
     *
     * @param protocol the newest version that the reader speaks
     * @param reader name of the person who reads
     * @param device an id that this computer made once
     * @param software name and version of the program
     * @param deviceName what people call the computer; empty if it is not told
     */
    record Hello(int protocol, String reader, String device, String software, Optional<String> deviceName)
            implements Request<Reply.Hello> {
        public Hello {
            Objects.requireNonNull(reader);
            Objects.requireNonNull(device);
            Objects.requireNonNull(software);
            Objects.requireNonNull(deviceName);
        }

        /** Of a computer whose name is not told. */
        public Hello(int protocol, String reader, String device, String software) {
            this(protocol, reader, device, software, Optional.empty());
        }

        @Override
        public Class<Reply.Hello> replyType() {
            return Reply.Hello.class;
        }
    }

    /** Asks for nothing but an answer: the reader is still here, and hears that the server is. */
    record Ping() implements Request<Reply.Done> {
        @Override
        public Class<Reply.Done> replyType() {
            return Reply.Done.class;
        }
    }

    /**
     * What has changed on the shelf.
     *
     * @param since the revision that the reader knows; 0 for the whole shelf
     */
    record Shelf(long since) implements Request<Reply.Shelf> {
        @Override
        public Class<Reply.Shelf> replyType() {
            return Reply.Shelf.class;
        }
    }

    /**
     * A page of the shelf.
     *
     * @param words each of them, or a part of a word, is in a book's title, authors or name; blank for all books
     * @param sort {@code title}, {@code author}, {@code name}, {@code added} or {@code size}
     * @param folder path in the library without a {@code /} at the end; the folders in it count as well
     * @param after {@code next} of the page before
     * @param limit how many books at most, 1 to 200
     */
    record Query(
            String words,
            String sort,
            boolean descending,
            Optional<String> format,
            Optional<String> folder,
            Optional<String> after,
            int limit)
            implements Request<Reply.Query> {
        /** The most books that may be asked for. */
        public static final int MAX_LIMIT = 200;

        /** The longest words, in UTF-16 units. */
        public static final int MAX_WORDS = 1000;

        public Query {
            Objects.requireNonNull(sort);
            if (words.length() > MAX_WORDS || limit < 1 || limit > MAX_LIMIT) {
                throw new IllegalArgumentException("A query is for some words, and 1 to 200 books");
            }
        }

        @Override
        public Class<Reply.Query> replyType() {
            return Reply.Query.class;
        }
    }

    /**
     * The folders that lie directly in a folder of the library.
     *
     * @param folder path without a {@code /} at the end; empty for the library itself
     */
    record Folders(String folder) implements Request<Reply.Folders> {
        public Folders {
            Objects.requireNonNull(folder);
        }

        @Override
        public Class<Reply.Folders> replyType() {
            return Reply.Folders.class;
        }
    }

    /** The books that a person means who says a name. */
    record Named(String name) implements Request<Reply.Named> {
        public Named {
            Objects.requireNonNull(name);
        }

        @Override
        public Class<Reply.Named> replyType() {
            return Reply.Named.class;
        }
    }

    /** Everything that the server knows of a book. */
    record Info(long book) implements Request<Reply.Info> {
        @Override
        public Class<Reply.Info> replyType() {
            return Reply.Info.class;
        }
    }

    /**
     * A book's picture.
     *
     * @param pixels that its longer side will be shown with; empty for the best that there is
     */
    record Cover(long book, Optional<Long> pixels) implements Request<Reply.Cover> {
        public Cover {
            pixels = pixels == null ? Optional.empty() : pixels;
        }

        @Override
        public Class<Reply.Cover> replyType() {
            return Reply.Cover.class;
        }
    }

    /**
     * A range of a book's file.
     *
     * @param version of the file that the reader means
     * @param at offset of the first byte, from 0
     * @param length number of bytes; fewer come at the end of the file
     */
    record Read(long book, String version, long at, long length) implements Request<Reply.Read> {
        public Read {
            Objects.requireNonNull(version);
            if (at < 0 || length < 0) {
                throw new IllegalArgumentException("A range is not negative");
            }
        }

        @Override
        public Class<Reply.Read> replyType() {
            return Reply.Read.class;
        }
    }

    /**
     * Opens a text on the server.
     *
     * @param pageBytes nominal size of a page in bytes of the file, 256 to 65,536
     */
    record Open(long book, int pageBytes) implements Request<Reply.Open> {
        @Override
        public Class<Reply.Open> replyType() {
            return Reply.Open.class;
        }
    }

    /** The text of a page, counted from 0, of an opened text. */
    record Page(int handle, int page) implements Request<Reply.Page> {
        @Override
        public Class<Reply.Page> replyType() {
            return Reply.Page.class;
        }
    }

    /** The text of the page that holds an anchor. */
    record PageAt(int handle, long anchor) implements Request<Reply.Page> {
        @Override
        public Class<Reply.Page> replyType() {
            return Reply.Page.class;
        }
    }

    /**
     * A part of the table of contents of an opened text.
     *
     * @param from index of the first entry
     */
    record Outline(int handle, int from) implements Request<Reply.Outline> {
        public Outline {
            if (from < 0) {
                throw new IllegalArgumentException("The first entry of an outline is number 0");
            }
        }

        @Override
        public Class<Reply.Outline> replyType() {
            return Reply.Outline.class;
        }
    }

    /**
     * Looks for words in an opened text; the answer comes soon, and says where to go on.
     *
     * @param query the words, without regard to case
     * @param from the anchor to begin at, 0 for the start of the book
     * @param limit about how many hits, 1 to 200
     */
    record Find(int handle, String query, long from, int limit) implements Request<Reply.Find> {
        /** The most hits that may be asked for. */
        public static final int MAX_LIMIT = 200;

        /** The longest query, in UTF-16 units. */
        public static final int MAX_QUERY = 1000;

        public Find {
            if (query.isBlank() || query.length() > MAX_QUERY || from < 0 || limit < 1 || limit > MAX_LIMIT) {
                throw new IllegalArgumentException("A search is for some words, from 0, for 1 to 200 hits");
            }
        }

        @Override
        public Class<Reply.Find> replyType() {
            return Reply.Find.class;
        }
    }

    /** Closes an opened text. */
    record Close(int handle) implements Request<Reply.Done> {
        @Override
        public Class<Reply.Done> replyType() {
            return Reply.Done.class;
        }
    }

    /**
     * Chooses for one book, for all who read it.
     *
     * @param settings values by the names of {@link BookInfo#settings()}; an empty one takes the choice back
     */
    record Set(long book, Map<String, String> settings) implements Request<Reply.Done> {
        public Set {
            settings = Map.copyOf(settings);
        }

        @Override
        public Class<Reply.Done> replyType() {
            return Reply.Done.class;
        }
    }

    /** Where this reader left a book. */
    record Position(long book) implements Request<Reply.Position> {
        @Override
        public Class<Reply.Position> replyType() {
            return Reply.Position.class;
        }
    }

    /**
     * Remembers where this reader is in a book.
     *
     * @param fraction how far through the book, 0.0 to 1.0
     * @param count the device's own number of the update, 1 to {@link #MOST_COUNT}, which grows from one of the book's updates to the
     *     next; what is not greater than the one that the server has changes nothing. Empty if the server is to number
     *     the update
     * @param time when the page was turned, by the device's clock, in milliseconds since 1970; for people only
     */
    record PutPosition(long book, long anchor, double fraction, Optional<Long> count, Optional<Long> time)
            implements Request<Reply.Kept> {
        /** Nobody turns so many pages; and a device that told the last number of all could never tell a place again. */
        public static final long MOST_COUNT = 1L << 53;

        public PutPosition {
            if (anchor < 0
                    || !(fraction >= 0 && fraction <= 1)
                    || count.filter(number -> number < 1 || number > MOST_COUNT).isPresent()) {
                throw new IllegalArgumentException(
                        "A position is an anchor from 0, a fraction from 0 to 1 and a count from 1 to 2^53");
            }
            Objects.requireNonNull(time);
        }

        /** Of a device that does not number its updates. */
        public PutPosition(long book, long anchor, double fraction) {
            this(book, anchor, fraction, Optional.empty(), Optional.empty());
        }

        @Override
        public Class<Reply.Kept> replyType() {
            return Reply.Kept.class;
        }
    }
}
