package netreader.format.registry.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;
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
        return call(call, () -> false);
    }

    /** @param gone whether the format has gone meanwhile: without its bundle it fails in any way, and nobody need hear of it */
    static <T> T call(Call<T> call, BooleanSupplier gone) throws FormatException {
        try {
            return call.get();
        } catch (FormatException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            LOG.log(Level.WARNING, "A book took more memory than there is", e);
            throw new FormatException(Reason.TOO_COSTLY, "The book takes more memory than there is", e);
        } catch (Throwable e) {
            throw damaged(e, gone.getAsBoolean() ? Level.DEBUG : Level.WARNING);
        }
    }

    private static FormatException damaged(Throwable thrown, Level level) {
        String said;
        try {
            said = thrown.toString();
        } catch (Throwable e) {
            // A throwable that cannot even say what it is must not get into the log either.
            said = thrown.getClass().getName();
            LOG.log(level, "A format failed with {0}, which cannot say why", said);
            return new FormatException(Reason.DAMAGED, "The book could not be read: " + said);
        }
        LOG.log(level, "A format failed", thrown);
        return new FormatException(Reason.DAMAGED, "The book could not be read: " + said, thrown);
    }
}
