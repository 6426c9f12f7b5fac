package netreader.transport.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** conf/netreader.transport.cfg. */
@ObjectClassDefinition(name = "NetReader transport", description = "Where the server listens, and its limits")
public @interface TransportConfig {
    @AttributeDefinition(description = "Name or address to listen on; 0.0.0.0 for every network of this computer")
    String host() default "127.0.0.1";

    @AttributeDefinition(description = "Port; 0 picks a free one")
    int port() default 8998;

    @AttributeDefinition(description = "Connections at a time; more are told that the server is busy")
    int maxConnections() default 10_000;

    @AttributeDefinition(description = "How long a new connection may stay silent, in seconds")
    int firstByteTimeoutInSeconds() default 10;

    @AttributeDefinition(description = "How long requests may still run when the server stops, in milliseconds")
    int stopTimeoutInMillis() default 3000;
}
