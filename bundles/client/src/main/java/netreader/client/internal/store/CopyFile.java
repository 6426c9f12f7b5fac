package netreader.client.internal.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The copy of a file, as far as it is here: sparse, in blocks of 64 KB, each with a checksum, which is compared when the
 * block is first read after the copy was opened. So what a crash, a disk or a stranger did to the file is missing
 * rather than wrong. Any thread; an interrupt does no harm.
 */
public final class CopyFile implements Closeable {
    public static final int BLOCK = 65_536;
    /** 256 GB: what is known of the blocks of a larger file would take too much memory. */
    private static final long LARGEST = 1L << 38;

    /** Hears of each block that has become complete, on the thread that brought its last byte. */
    @FunctionalInterface
    interface Saved {
        void block(int number, int checksum);
    }

    /** A block whose first bytes are here. */
    private static final class Begun {
        private final CRC32C checksum = new CRC32C();
        private int bytes;
    }

    private final Path path;
    private final long size;
    private final Saved saved;
    private final RandomAccessFile file;
    private final BitSet present;
    private final BitSet checked = new BitSet();
    private final int[] checksums;
    private final Map<Integer, Begun> begun = new HashMap<>();

    /**
     * @param size of the whole file
     * @param known the checksums of the blocks that are here, by number
     * @throws IOException if the file cannot be made or opened
     */
    CopyFile(Path path, long size, Map<Integer, Integer> known, Saved saved) throws IOException {
        requirePossible(size);
        this.path = path;
        this.size = size;
        this.saved = saved;
        this.checksums = new int[blocksOf(size)];
        this.present = new BitSet(checksums.length);
        known.forEach((number, checksum) -> {
            if (number >= 0 && number < checksums.length) {
                present.set(number);
                checksums[number] = checksum;
            }
        });
        this.file = open(path);
        try {
            mend();
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** What somebody has cut off is missing from now on; reading there gives zeros rather than too little. */
    private void mend() throws IOException {
        long left = file.length();
        if (left < size) {
            int first = (int) (left / BLOCK);
            present.clear(first, checksums.length);
            checked.clear(first, checksums.length);
        }
        if (left != size) {
            file.setLength(size);
        }
    }

    /** @throws IOException if a file cannot have that many bytes */
    static void requirePossible(long size) throws IOException {
        if (size < 0 || size > LARGEST) {
            throw new IOException("its file cannot have " + size + " bytes");
        }
    }

    private static RandomAccessFile open(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        try {
            // Some file systems make sparse files only when they are asked to.
            Files.newByteChannel(
                            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)
                    .close();
        } catch (FileAlreadyExistsException e) {
            // It was begun before.
        }
        // Not a FileChannel, which an interrupted reader would close for all.
        return new RandomAccessFile(path.toFile(), "rw");
    }

    static int blocksOf(long size) {
        return Math.toIntExact((size + BLOCK - 1) / BLOCK);
    }

    public Path path() {
        return path;
    }

    public long size() {
        return size;
    }

    public int blocks() {
        return checksums.length;
    }

    /** The number of bytes in a block; the last one may be shorter. */
    public int blockSize(int number) {
        return (int) Math.min(BLOCK, size - (long) number * BLOCK);
    }

    public synchronized boolean has(int block) {
        return present.get(block);
    }

    /** The first block from here on that is missing; {@link #blocks()} if there is none. */
    public synchronized int nextMissing(int from) {
        return Math.min(present.nextClearBit(from), checksums.length);
    }

    public synchronized boolean complete() {
        return present.cardinality() == checksums.length;
    }

    /** Bytes of complete blocks. */
    public synchronized long bytesHere() {
        int last = checksums.length - 1;
        long bytes = (long) present.cardinality() * BLOCK;
        return last >= 0 && present.get(last) ? bytes - BLOCK + blockSize(last) : bytes;
    }

    /** Where to go on with a block that is missing: behind what has arrived of it. */
    public synchronized long missingFrom(int block) {
        Begun part = begun.get(block);
        return (long) block * BLOCK + (part == null ? 0 : part.bytes);
    }

    /**
     * Reads from blocks that are here.
     *
     * @return the number of bytes; 0 if the block at the position is missing, -1 at the end of the file
     * @throws IOException if the disk fails
     */
    public synchronized int read(long at, ByteBuffer to) throws IOException {
        if (at >= size) {
            return -1;
        }
        int total = 0;
        while (to.hasRemaining() && at + total < size) {
            int block = (int) ((at + total) / BLOCK);
            if (!sound(block)) {
                break;
            }
            long end = Math.min((block + 1L) * BLOCK, size);
            int n = (int) Math.min(to.remaining(), end - at - total);
            file.seek(at + total);
            readFully(to, n);
            total += n;
        }
        return total;
    }

    private void readFully(ByteBuffer to, int n) throws IOException {
        if (to.hasArray()) {
            file.readFully(to.array(), to.arrayOffset() + to.position(), n);
            to.position(to.position() + n);
        } else {
            byte[] bytes = new byte[n];
            file.readFully(bytes);
            to.put(bytes);
        }
    }

    /** Whether a block is here, and is what was once saved; a block that is not is missing from now on. */
    private boolean sound(int block) throws IOException {
        mend();
        if (present.get(block) && !checked.get(block)) {
            if (checksum(block) == checksums[block]) {
                checked.set(block);
            } else {
                present.clear(block);
            }
        }
        return present.get(block);
    }

    private int checksum(int block) throws IOException {
        byte[] bytes = new byte[blockSize(block)];
        file.seek((long) block * BLOCK);
        file.readFully(bytes);
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /**
     * Takes what has arrived, in any pieces. What is here already, or does not follow on what is here of its block, is
     * left out.
     *
     * @throws IOException if the disk is full or fails; what was here before is not harmed
     */
    public synchronized void write(long at, ByteBuffer part) throws IOException {
        long position = at;
        while (part.hasRemaining() && position < size) {
            int block = (int) (position / BLOCK);
            int n = (int) Math.min(part.remaining(), (long) block * BLOCK + blockSize(block) - position);
            ByteBuffer piece = part.slice(part.position(), n);
            part.position(part.position() + n);
            if (!present.get(block)) {
                add(block, position, piece);
            }
            position += n;
        }
    }

    private void add(int block, long position, ByteBuffer piece) throws IOException {
        Begun part = begun.computeIfAbsent(block, number -> new Begun());
        long end = (long) block * BLOCK + part.bytes;
        int known = (int) (end - position);
        if (known < 0 || known >= piece.remaining()) {
            return; // a gap, or nothing new
        }
        piece.position(known);
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        file.seek(end);
        file.write(bytes);
        part.checksum.update(bytes);
        part.bytes += bytes.length;
        if (part.bytes == blockSize(block)) {
            begun.remove(block);
            checksums[block] = (int) part.checksum.getValue();
            present.set(block);
            checked.set(block);
            saved.block(block, checksums[block]);
        }
    }

    /** The SHA-256 of the file, whether it is complete or not; does not keep readers waiting. */
    public String digest() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = new byte[BLOCK];
            for (int block = 0; block < checksums.length; block++) {
                int n = blockSize(block);
                synchronized (this) {
                    mend();
                    file.seek((long) block * BLOCK);
                    file.readFully(bytes, 0, n);
                }
                digest.update(bytes, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Compares every block with its checksum; those that differ are missing from now on. Returns how many. */
    public int dropDamaged() throws IOException {
        int damaged = 0;
        for (int block = 0; block < checksums.length; block++) {
            synchronized (this) {
                checked.clear(block);
                damaged += present.get(block) && !sound(block) ? 1 : 0;
            }
        }
        return damaged;
    }

    /** Everything is missing from now on. */
    public synchronized void dropAll() {
        present.clear();
        checked.clear();
        begun.clear();
    }

    /** Takes what is on the disk for the whole file; for one that was found to have the right digest. */
    synchronized void adopt() throws IOException {
        for (int block = 0; block < checksums.length; block++) {
            checksums[block] = checksum(block);
            present.set(block);
            checked.set(block);
            saved.block(block, checksums[block]);
        }
    }

    /** Waits until the disk has it. */
    void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
