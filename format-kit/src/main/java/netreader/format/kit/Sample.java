package netreader.format.kit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import netreader.format.BookSource;
import netreader.format.FormatException.Reason;

/**
 * A file for the tests, and what is to become of it.
 *
 * @param name as it stands in the names of the tests
 * @param source may be read by any thread, again and again
 * @param pages how many it has when nothing is set; empty if that is not to be tested
 * @param password opens the book; empty if it is not encrypted
 * @param refusals if not empty, the book does not open, for one of these reasons
 */
public record Sample(
        String name, BookSource source, OptionalInt pages, Optional<String> password, Set<Reason> refusals) {
    public Sample {
        Objects.requireNonNull(name);
        Objects.requireNonNull(source);
        Objects.requireNonNull(pages);
        Objects.requireNonNull(password);
        refusals = Set.copyOf(refusals);
    }

    /** A book that opens. It is read from the disk as far as the format asks for it, whatever its size. */
    public static Sample of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file " + file.toAbsolutePath());
        }
        return of(file.getFileName().toString(), new FileOfTest(file));
    }

    /** A book that opens, such as one that the test makes; the bytes are not copied. */
    public static Sample of(String name, byte[] bytes) {
        return of(name, BookSource.of(bytes));
    }

    /** A book that opens. */
    public static Sample of(String name, BookSource source) {
        return new Sample(name, source, OptionalInt.empty(), Optional.empty(), Set.of());
    }

    /** It has so many pages. */
    public Sample pages(int expected) {
        return new Sample(name, source, OptionalInt.of(expected), password, refusals);
    }

    /** It opens with this password, and with no other. */
    public Sample password(String right) {
        return new Sample(name, source, pages, Optional.of(right), refusals);
    }

    /** It does not open, for one of these reasons. */
    public Sample refused(Reason first, Reason... others) {
        Set<Reason> reasons = EnumSet.of(first, others);
        return new Sample(name, source, pages, password, reasons);
    }

    boolean isRefused() {
        return !refusals.isEmpty();
    }

    /** The whole file; for small ones. */
    byte[] bytes() throws IOException {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(source.size()));
        source.readFully(0, all);
        return all.array();
    }

    /** Opened for each read: nothing has to be closed. */
    private record FileOfTest(Path file) implements BookSource {
        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public int read(long at, ByteBuffer to) throws IOException {
            try (FileChannel channel = FileChannel.open(file)) {
                return channel.read(to, at);
            }
        }
    }
}
