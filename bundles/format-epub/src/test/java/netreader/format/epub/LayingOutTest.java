package netreader.format.epub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.OpenOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book is laid out as a whole when it is opened for the first time. */
class LayingOutTest {
    private static final int CHAPTERS = 60;

    @TempDir
    Path cache;

    @AfterEach
    void isNotInterrupted() {
        assertFalse(Thread.interrupted());
    }

    private static byte[] novel() throws Exception {
        TestEpub epub = new TestEpub();
        for (int i = 0; i < CHAPTERS; i++) {
            epub.chapter("c" + i + ".xhtml", "<h1>Chapter " + i + "</h1>" + TestEpub.paragraphs(40));
        }
        return epub.bytes();
    }

    /** Interrupts who reads it after some reads: as who waits too long for a format does. */
    private static final class Interrupting implements BookSource {
        private final BookSource source;
        private final AtomicInteger left;
        private final Thread opener = Thread.currentThread();

        Interrupting(byte[] bytes, int reads) {
            source = BookSource.of(bytes);
            left = new AtomicInteger(reads);
        }

        @Override
        public long size() throws java.io.IOException {
            return source.size();
        }

        @Override
        public int read(long at, ByteBuffer to) throws java.io.IOException {
            if (left.decrementAndGet() == 0) {
                opener.interrupt();
            }
            return source.read(at, to);
        }
    }

    private int readsOfAnOpening(byte[] bytes, Path folder) throws Exception {
        AtomicInteger reads = new AtomicInteger();
        BookSource counted = new BookSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(long at, ByteBuffer to) throws java.io.IOException {
                reads.incrementAndGet();
                return BookSource.of(bytes).read(at, to);
            }
        };
        new EpubFormat().open(counted, OpenOptions.defaults(folder)).close();
        return reads.get();
    }

    @Test
    void anInterruptEndsTheOpeningAndItsThreads() throws Exception {
        byte[] novel = novel();
        int most = readsOfAnOpening(novel, cache.resolve("other")) * 3 / 4;
        BookSource source = new Interrupting(novel, most);
        FormatException failure =
                assertThrows(FormatException.class, () -> new EpubFormat().open(source, OpenOptions.defaults(cache)));
        assertEquals(Reason.CANCELLED, failure.reason());
        assertTrue(Thread.interrupted(), "who opens hears of the interrupt, too");
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("netreader-epub-layout")));
    }

    @Test
    void whatWasLaidOutBeforeAnInterruptIsKept() throws Exception {
        byte[] novel = novel();
        interruptAnOpening(novel);
        PageTableCache kept = PageTableCache.of(cache, BookSource.of(novel), PageSettings.of(Map.of()));
        PageTable begun = kept.read(CHAPTERS).orElseThrow();
        assertFalse(begun.isComplete());
        assertTrue(begun.pageCount() > 0, "something was laid out");
    }

    @Test
    void aLayoutThatGoesOnEndsLikeOneThatWasNotInterrupted() throws Exception {
        byte[] novel = novel();
        interruptAnOpening(novel);
        TestEpub.open(novel, cache, Map.of()).close();
        byte[] resumed = onlyFile(cache);
        assertTrue(Arrays.equals(onlyFile(cache.resolve("other")), resumed), "the same table");
    }

    /** Late enough that some of it is laid out; the folder "other" has the layout of a whole opening then. */
    private void interruptAnOpening(byte[] novel) throws Exception {
        int most = readsOfAnOpening(novel, cache.resolve("other")) * 3 / 4;
        assertThrows(
                FormatException.class,
                () -> new EpubFormat().open(new Interrupting(novel, most), OpenOptions.defaults(cache)));
        assertTrue(Thread.interrupted());
    }

    private static byte[] onlyFile(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return Files.readAllBytes(
                    files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
    }
}
