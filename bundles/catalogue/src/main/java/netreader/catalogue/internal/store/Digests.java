package netreader.catalogue.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** The digests of a file's contents, in lower case hexadecimal. MD5 is for the classic dialect's catalogue only. */
public record Digests(String sha256, String md5) {
    private static final int BUFFER_BYTES = 256 * 1024;

    /** @param rest is called after each piece of the file, with {@link System#nanoTime()} when that was begun */
    public static Digests of(Path file, LongConsumer rest) throws IOException {
        MessageDigest sha256 = newSha256();
        MessageDigest md5 = digest("MD5");
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try (FileChannel channel = FileChannel.open(file)) {
            long began = System.nanoTime();
            while (channel.read(buffer) >= 0) {
                buffer.flip();
                sha256.update(buffer.duplicate());
                md5.update(buffer);
                buffer.clear();
                rest.accept(began);
                began = System.nanoTime();
            }
        }
        return new Digests(
                HexFormat.of().formatHex(sha256.digest()), HexFormat.of().formatHex(md5.digest()));
    }

    static MessageDigest newSha256() {
        return digest("SHA-256");
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }
}
