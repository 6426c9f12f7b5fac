package netreader.server;

import java.util.List;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.Reader;
import netreader.protocol.MessageCodec;
import netreader.protocol.OtherPlace;
import netreader.protocol.ProtocolException;
import netreader.protocol.Reply;
import netreader.protocol.Request;

/** What the server answers to who says hello and asks for places, without a connection. */
public record PlaceAnswers(Catalogue catalogue, Request.Hello hello) {
    public Reply.Kept keep(Request.PutPosition put) throws CatalogueException {
        return Positions.keep(catalogue, reader(), put);
    }

    public Reply.Position position(long book) throws CatalogueException {
        return Positions.own(reader(), catalogue.positions(reader(), book));
    }

    public List<OtherPlace> others(long book) throws CatalogueException, ProtocolException {
        return MessageCodec.readPlaces(Positions.others(reader(), catalogue.positions(reader(), book)));
    }

    private Reader reader() {
        return Positions.reader(hello);
    }
}
