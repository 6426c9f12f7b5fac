package netreader.format.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import netreader.format.BookSource;

/**
 * A source behind a slow link: a block that is not here costs a round trip, in which all blocks that were hinted at
 * come too.
 */
final class SlowSource implements BookSource {
    static final int BLOCK = 65_536;

    private final byte[] bytes;
    private final Set<Long> here = new HashSet<>();
    private final Set<Long> hinted = new HashSet<>();
    private int trips;
    private int failAtTrip = Integer.MAX_VALUE;

    SlowSource(byte[] bytes) {
        this.bytes = bytes;
    }

    int trips() {
        return trips;
    }

    /** How many blocks have come. */
    int blocks() {
        return here.size();
    }

    /** The round trip after so many more fails, once. */
    void failAfter(int moreTrips) {
        failAtTrip = trips + moreTrips + 1;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public void prefetch(long at, long length) {
        for (long block = at / BLOCK; block * BLOCK < Math.min(at + length, bytes.length); block++) {
            hinted.add(block);
        }
    }

    @Override
    public int read(long at, ByteBuffer to) throws IOException {
        if (at >= bytes.length) {
            return -1;
        }
        if (!here.contains(at / BLOCK)) {
            trips++;
            if (trips == failAtTrip) {
                throw new IOException("the network is away");
            }
            here.add(at / BLOCK);
            here.addAll(hinted);
            hinted.clear();
        }
        int n = (int) Math.min(to.remaining(), Math.min(bytes.length, (at / BLOCK + 1) * BLOCK) - at);
        to.put(bytes, (int) at, n);
        return n;
    }
}
