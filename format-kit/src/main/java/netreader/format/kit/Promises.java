package netreader.format.kit;

import java.util.ArrayList;
import java.util.List;
import netreader.format.FlowingBook;
import netreader.format.PaintedBook;

/** Which promises concern a book. */
final class Promises {
    private Promises() {}

    /** Those of a book that opens; what kind of book it is, it is opened for. */
    static List<Promise> forBook(Subject subject) {
        List<Promise> promises = new ArrayList<>(OpeningPromises.ALL);
        if (subject.sample().password().isPresent()) {
            promises.addAll(PasswordPromises.ALL);
        }
        promises.addAll(PagePromises.ALL);
        promises.addAll(AnchorPromises.ALL);
        promises.addAll(OutlinePromises.ALL);
        promises.addAll(SearchPromises.ALL);
        promises.addAll(CoverPromises.ALL);
        promises.addAll(SourcePromises.ALL);
        promises.addAll(DamagePromises.ALL);
        promises.addAll(ClosingPromises.ALL);
        Class<?> kind = kind(subject);
        if (FlowingBook.class.isAssignableFrom(kind)) {
            promises.addAll(FlowingPromises.ALL);
        }
        if (PaintedBook.class.isAssignableFrom(kind)) {
            promises.addAll(PaintingPromises.ALL);
            promises.addAll(TextRunPromises.ALL);
        }
        return promises;
    }

    @SuppressWarnings("CatchingUnchecked") // a book that does not open fails in the promises of every book
    private static Class<?> kind(Subject subject) {
        try {
            return subject.with(Object::getClass);
        } catch (Throwable e) {
            return Void.class;
        }
    }
}
