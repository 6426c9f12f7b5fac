package netreader.server;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.Place;
import netreader.catalogue.PlaceUpdate;
import netreader.catalogue.Position;
import netreader.catalogue.Reader;
import netreader.protocol.MessageCodec;
import netreader.protocol.OtherPlace;
import netreader.protocol.Reply;
import netreader.protocol.Request;

/** Where readers are, as it travels. */
final class Positions {
    /** Characters of a computer's name that are kept, and told to the reader's other devices. */
    private static final int LONGEST_NAME = 64;

    /** What does something to a terminal, or turns the direction of a line. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u2028-\\u202e\\u2066-\\u2069]+");

    /** Devices of one reader that are told of; those that were heard last. */
    private static final int MOST_OTHERS = 20;

    private Positions() {}

    static Reader reader(Request.Hello hello) {
        String name =
                UNSEEN.matcher(hello.deviceName().orElse("")).replaceAll(" ").strip();
        String kept = name.codePoints()
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new Reader(hello.reader(), hello.device(), kept);
    }

    static Reply.Kept keep(Catalogue catalogue, Reader reader, Request.PutPosition put) throws CatalogueException {
        PlaceUpdate update = new PlaceUpdate(
                new Place(put.anchor(), put.fraction()),
                put.count().map(OptionalLong::of).orElse(OptionalLong.empty()),
                put.time().map(OptionalLong::of).orElse(OptionalLong.empty()));
        Position kept = catalogue.putPlace(reader, put.book(), update);
        boolean counted = kept.place().equals(update.place())
                && put.count().filter(count -> count != kept.count()).isEmpty();
        return new Reply.Kept(Optional.of(kept.count()), counted ? Optional.empty() : Optional.of(place(kept)));
    }

    /** @param all of the reader's positions in a book; the latest first */
    static Reply.Position own(Reader reader, List<Position> all) {
        Optional<Position> own =
                all.stream().filter(position -> isOf(position, reader)).findFirst();
        return new Reply.Position(
                own.or(() -> all.stream().findFirst()).map(Positions::place),
                Optional.of(own.map(Position::count).orElse(0L)));
    }

    /** The body with the places of the reader's other devices; empty if there are none. */
    static byte[] others(Reader reader, List<Position> all) {
        long own = all.stream()
                .filter(position -> isOf(position, reader))
                .mapToLong(Position::sequence)
                .findFirst()
                .orElse(0);
        Stream<Position> others = all.stream().filter(position -> !isOf(position, reader));
        List<OtherPlace> rows = others.limit(MOST_OTHERS)
                .map(position -> new OtherPlace(
                        position.reader().deviceName(),
                        position.place().anchor(),
                        position.place().fraction(),
                        position.time(),
                        position.sequence(),
                        position.sequence() > own))
                .toList();
        return rows.isEmpty() ? new byte[0] : MessageCodec.bodyOfPlaces(rows);
    }

    private static boolean isOf(Position position, Reader reader) {
        return position.reader().device().equals(reader.device());
    }

    private static Reply.Place place(Position position) {
        return new Reply.Place(position.place().anchor(), position.place().fraction());
    }
}
