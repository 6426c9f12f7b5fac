package netreader.format.kit;

import java.io.IOException;
import java.nio.ByteBuffer;
import netreader.format.BookSource;

/** Gives a few bytes at a time, as a network may: the first reads one by one, later ones some more. */
final class ShortReads extends CountingSource {
    /** One byte at a time would take a minute for each megabyte of some formats. */
    private static final long SINGLE = 20_000;

    private static final int LATER = 1021;

    ShortReads(BookSource source) {
        super(source);
    }

    @Override
    public int read(long at, ByteBuffer to) throws IOException {
        int most = reads() < SINGLE ? 1 : LATER;
        if (to.remaining() <= most) {
            return super.read(at, to);
        }
        ByteBuffer part = to.slice(to.position(), most);
        int n = super.read(at, part);
        to.position(to.position() + Math.max(0, n));
        return n;
    }
}
