package netreader.dialect.classic;

import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;

/** The one place where what went wrong becomes a sentence for the client. */
final class Failures {
    private Failures() {}

    /** Whether the sentence says all there is to say; else the log says more. */
    static boolean isExpected(Exception e) {
        return e instanceof RequestException
                || (e instanceof CatalogueException known && known.problem() != Problem.INTERNAL);
    }

    /** A sentence that one read of 1,024 bytes brings. */
    static String sentence(Exception e) {
        return isExpected(e) ? Plain.line(e.getMessage()) : "The server failed; its log says more";
    }
}
