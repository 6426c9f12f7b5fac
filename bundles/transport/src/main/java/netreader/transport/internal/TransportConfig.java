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
    int maxConnections() default 15_000;

    @AttributeDefinition(description = "Connections at a time from one address")
    int maxConnectionsPerAddress() default 12_000;

    @AttributeDefinition(description = "How long a new connection may stay silent, in seconds")
    int firstByteTimeoutInSeconds() default 10;

    @AttributeDefinition(description = "How long a request that has begun may take to arrive, in seconds")
    int requestTimeoutInSeconds() default 20;

    @AttributeDefinition(description = "How long a client may take to receive 256 KB, in seconds")
    int stallTimeoutInSeconds() default 30;

    @AttributeDefinition(description = "How long a connection may be silent between requests, in seconds")
    int idleTimeoutInSeconds() default 3600;

    @AttributeDefinition(
            description = "After how much silence the system asks whether the client is still there (TCP"
                    + " keep-alive), in seconds; a client that has vanished is noticed a minute later")
    int keepAliveInSeconds() default 60;

    @AttributeDefinition(description = "Bytes that are sent on a connection in a second; 0 for as many as it takes")
    long maxBytesPerSecond() default 0;

    @AttributeDefinition(description = "How long requests may still run when the server stops, in milliseconds")
    int stopTimeoutInMillis() default 3000;
}
