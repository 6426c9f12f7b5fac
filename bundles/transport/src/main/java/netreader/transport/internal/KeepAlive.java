package netreader.transport.internal;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/** Has the system find out about peers that vanished without a word. */
final class KeepAlive {
    private static final int PROBES = 4;
    private static final int SECONDS_BETWEEN_PROBES = 15;

    private KeepAlive() {}

    /** @param silence after which the first question is asked, in whole seconds; where the system lets us say */
    static void enable(SocketChannel channel, Duration silence) throws IOException {
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        set(channel, ExtendedSocketOptions.TCP_KEEPIDLE, Math.toIntExact(silence.toSeconds()));
        set(channel, ExtendedSocketOptions.TCP_KEEPINTERVAL, SECONDS_BETWEEN_PROBES);
        set(channel, ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
    }

    private static void set(SocketChannel channel, SocketOption<Integer> option, int value) throws IOException {
        if (channel.supportedOptions().contains(option)) {
            channel.setOption(option, value);
        }
    }
}
