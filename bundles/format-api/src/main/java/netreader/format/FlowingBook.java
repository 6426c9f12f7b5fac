package netreader.format;

import org.osgi.annotation.versioning.ConsumerType;

/** Text cut into pages. Any thread, several at once. */
@ConsumerType
public interface FlowingBook extends Book {}
