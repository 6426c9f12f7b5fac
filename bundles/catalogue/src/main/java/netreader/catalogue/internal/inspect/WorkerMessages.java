package netreader.catalogue.internal.inspect;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.catalogue.Cover;
import netreader.catalogue.internal.store.CoverSizes;
import netreader.catalogue.internal.store.Inspection;
import netreader.format.BookMetadata.Detail;

/**
 * What the server and the process that inspects its books say to each other: a line of JSON each. The process says
 * {@link #READY} when it has started; a {@link Request} is answered by an {@link Answer}, and an answer with facts is
 * followed by a {@link Picture}. Fields may be null, since the other side may say anything.
 */
final class WorkerMessages {
    static final String READY = "ready";
    /** The longest line that is read. */
    static final int MAX_BYTES = 8 << 20;

    private static final Gson GSON = new Gson();

    private WorkerMessages() {}

    /** @param format null if the file is a picture, which is answered by a {@link Picture} alone */
    record Request(String name, String format, String file, Map<String, String> settings) {}

    /**
     * One of the three.
     *
     * @param unreadable why the file cannot be read at this moment
     * @param formatMissing whether the process does not have the format
     */
    record Answer(Facts facts, String unreadable, boolean formatMissing) {}

    /** An {@link Inspection} without its cover. */
    record Facts(String title, List<String> authors, String language, int pages, List<Detail> details, String reason) {
        static Facts of(Inspection inspection) {
            return new Facts(
                    inspection.title(),
                    inspection.authors(),
                    inspection.language().orElse(null),
                    inspection.pages(),
                    inspection.details(),
                    inspection.reason().orElse(null));
        }

        /** @throws RuntimeException if something is missing or out of its range */
        Inspection inspection() {
            if (title == null || pages < 0 || details.stream().anyMatch(Facts::incomplete)) {
                throw new JsonParseException("facts that cannot be");
            }
            return new Inspection(
                    title,
                    List.copyOf(authors),
                    Optional.ofNullable(language),
                    pages,
                    List.copyOf(details),
                    Optional.empty(),
                    Optional.ofNullable(reason));
        }

        private static boolean incomplete(Detail detail) {
            return detail.name() == null || detail.value() == null;
        }
    }

    /**
     * A cover.
     *
     * @param small in Base64; null if there is no cover
     * @param large in Base64; null if there is none
     * @param unreadable why there is none, if it is a picture's own fault
     */
    record Picture(String small, String large, String unreadable) {
        static Picture of(Optional<CoverSizes> cover) {
            return new Picture(
                    cover.map(CoverSizes::small).map(Picture::text).orElse(null),
                    cover.flatMap(CoverSizes::large).map(Picture::text).orElse(null),
                    null);
        }

        private static String text(Cover cover) {
            return StandardCharsets.ISO_8859_1
                    .decode(Base64.getEncoder().encode(cover.image()))
                    .toString();
        }

        /** @throws RuntimeException if it is no picture */
        Optional<CoverSizes> cover() {
            return Optional.ofNullable(small)
                    .map(image -> CoverSizes.of(
                            bytes(image), Optional.ofNullable(large).map(Picture::bytes)));
        }

        private static ByteBuffer bytes(String text) {
            return ByteBuffer.wrap(Base64.getDecoder().decode(text));
        }
    }

    static String line(Record message) {
        return GSON.toJson(message);
    }

    /** @throws RuntimeException if the line is no such message */
    static <T extends Record> T read(String line, Class<T> type) {
        T message = GSON.fromJson(line, type);
        if (message == null) {
            throw new JsonParseException("an empty line");
        }
        return message;
    }
}
