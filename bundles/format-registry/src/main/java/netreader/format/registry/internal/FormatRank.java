package netreader.format.registry.internal;

import java.util.Comparator;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** Which of several formats for the same books goes first: the higher ranking, then the newer bundle, then who was here first. */
record FormatRank(int ranking, Version version, long serviceId) implements Comparable<FormatRank> {
    private static final Comparator<FormatRank> ORDER = Comparator.comparing(FormatRank::ranking)
            .thenComparing(FormatRank::version)
            .reversed()
            .thenComparing(FormatRank::serviceId);

    static FormatRank of(ServiceReference<?> reference) {
        int ranking = reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        long id = reference.getProperty(Constants.SERVICE_ID) instanceof Long number ? number : 0;
        return new FormatRank(ranking, reference.getBundle().getVersion(), id);
    }

    /** The one that goes first is the least. */
    @Override
    public int compareTo(FormatRank other) {
        return ORDER.compare(this, other);
    }
}
