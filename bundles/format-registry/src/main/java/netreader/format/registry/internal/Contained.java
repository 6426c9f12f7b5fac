package netreader.format.registry.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;

/** Calls a format so that nothing but a {@link FormatException} comes out; libraries throw Errors too. */
final class Contained {
    private static final Logger LOG = System.getLogger(Contained.class.getName());

    private Contained() {}

    interface Call<T> {
        T get() throws FormatException;
    }

    static <T> T call(Call<T> call) throws FormatException {
        try {
            return call.get();
        } catch (FormatException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            LOG.log(Level.WARNING, "A book took more memory than there is", e);
            throw new FormatException(Reason.TOO_COSTLY, "The book takes more memory than there is", e);
        } catch (Throwable e) {
            LOG.log(Level.WARNING, "A format failed", e);
            throw new FormatException(Reason.DAMAGED, "The book could not be read: " + e, e);
        }
    }
}
