package netreader.catalogue.internal.inspect;

import java.time.Duration;

/**
 * What a book may take of the process that inspects it, and what that process may take.
 *
 * @param facts time for title, authors and pages
 * @param cover time for the cover; a book that takes longer has none
 * @param megabytes heap of the process
 * @param start time in which the process must be ready
 * @param idle after so long without a book the process is ended
 */
public record InspectionLimits(Duration facts, Duration cover, int megabytes, Duration start, Duration idle) {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** With the usual time for starting and for waiting. */
    public InspectionLimits(Duration facts, Duration cover, int megabytes) {
        this(facts, cover, megabytes, START, IDLE);
    }
}
