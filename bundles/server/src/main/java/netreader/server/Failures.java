package netreader.server;

import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.protocol.ErrorCode;
import netreader.protocol.ProtocolException;
import netreader.protocol.Reply;

/** The one place where what went wrong becomes a reply. */
final class Failures {
    private Failures() {}

    static Reply.Failure of(Exception e) {
        if (e instanceof CatalogueException known) {
            ErrorCode code = known.problem() == Problem.BAD_QUERY
                    ? ErrorCode.BAD_REQUEST
                    : ErrorCode.valueOf(known.problem().name());
            return failure(code, known.getMessage());
        }
        if (e instanceof ProtocolException bad) {
            return failure(bad.code(), bad.getMessage());
        }
        return failure(ErrorCode.INTERNAL, "The server failed: " + e);
    }

    static Reply.Failure failure(ErrorCode code, String message) {
        return new Reply.Failure(code.name(), message);
    }
}
