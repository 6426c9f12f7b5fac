package netreader.catalogue.internal.scan;

import netreader.catalogue.internal.inspect.Inspector;
import netreader.catalogue.internal.store.Database;
import netreader.format.Delivery;
import netreader.format.registry.FormatRegistry;

/**
 * Reads new and changed books, as many as the table says: texts one after the other on one thread, and books whose files
 * go to their readers on another, since those may take long. A content that is known already is not read again.
 */
public final class Inspections implements AutoCloseable {
    private final FailedReadings failures;
    private final InspectionLine texts;
    private final InspectionLine files;

    /** @param whenChanged is called when something was read */
    public Inspections(
            Inspector inspector,
            FormatRegistry formats,
            Library library,
            Database database,
            Runnable whenChanged,
            Courtesy courtesy) {
        InspectionMeans means = new InspectionMeans(inspector, formats, library, database, whenChanged, courtesy);
        KnownDigests digests = new KnownDigests(courtesy);
        this.failures = new FailedReadings(database);
        this.texts = new InspectionLine(Delivery.PAGES, "netreader-inspection-texts", means, digests, failures);
        this.files = new InspectionLine(Delivery.FILE, "netreader-inspection-files", means, digests, failures);
    }

    /** There may be books that wait. Those that could not be read a moment ago wait longer. */
    public void wake() {
        texts.wake();
        files.wake();
    }

    /** The book is read also if it could not be a moment ago. */
    public void forgetFailure(long id) {
        failures.forget(id);
    }

    /** Something to be done before the first text. */
    public void first(Runnable work) {
        texts.first(work);
    }

    @Override
    public void close() {
        texts.close();
        files.close();
    }
}
