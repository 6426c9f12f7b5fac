package netreader.format.txt.chapters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import netreader.format.Book;
import netreader.format.BookSource;
import netreader.format.FlowingBook;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.Outline;
import netreader.format.Work;
import netreader.format.txt.TestTexts;
import netreader.format.txt.TxtFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextOutlineTest {
    @TempDir
    private Path cache;

    private final AtomicLong read = new AtomicLong();

    private static byte[] novel(Charset charset, int chapters) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int n = 1; n <= chapters; n++) {
            text.append("第").append(n).append("章 月色\r\n");
            text.append("　　他抬头望向远方的山峰，想起当年的事情。".repeat(1 + random.nextInt(600)));
            text.append("\r\n\r\n");
        }
        return text.toString().getBytes(charset);
    }

    /** A source that takes its time, so that looking through it is worth storing. */
    private Book open(byte[] bytes, String charset) throws FormatException {
        BookSource memory = BookSource.of(bytes);
        BookSource slow = new BookSource() {
            @Override
            public long size() throws IOException {
                return memory.size();
            }

            @Override
            public int read(long at, java.nio.ByteBuffer to) throws IOException {
                read.addAndGet(to.remaining());
                long start = System.nanoTime();
                while (to.remaining() > 100_000 && System.nanoTime() - start < 10_000_000) {
                    Thread.onSpinWait();
                }
                return memory.read(at, to);
            }
        };
        Map<String, String> settings = Map.of("charset", charset);
        return new TxtFormat().open(slow, new OpenOptions(Optional.empty(), 4096, settings, cache));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-32BE"})
    void slicesOfAnySizeFindWhatOneGoFinds(String charset) throws FormatException {
        byte[] bytes = novel(Charset.forName(charset), 150);
        Outline whole = TestTexts.open(bytes, charset, 4096).outline(Work.UNCANCELLED);
        assertEquals(150, whole.entries().size());
        Random random = new Random(3);
        FlowingBook book = TestTexts.open(bytes, charset, 4096);
        Outline sliced = book.outline(() -> true);
        int calls = 1;
        while (!sliced.complete()) {
            int[] asked = {random.nextInt(4)};
            sliced = book.outline(() -> asked[0]-- <= 0);
            calls++;
        }
        assertTrue(calls > 2);
        assertEquals(whole, sliced);
    }

    @Test
    void aLineLongerThanAChunkIsPassedOver() throws FormatException {
        String text = "第一章 甲\r\n" + "长".repeat(700_000) + "\r\n第二章 乙\r\n正文。\r\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Outline.Entry> entries =
                TestTexts.open(bytes, "UTF-8", 4096).outline(Work.UNCANCELLED).entries();
        assertEquals(
                List.of("第一章 甲", "第二章 乙"),
                entries.stream().map(Outline.Entry::title).toList());
        assertEquals(
                text.substring(0, text.indexOf("第二章")).getBytes(StandardCharsets.UTF_8).length,
                entries.get(1).anchor());
    }

    @Test
    void aFinishedOutlineIsKeptForTheNextOpening() throws Exception {
        byte[] bytes = novel(StandardCharsets.UTF_8, 150);
        Outline first = open(bytes, "UTF-8").outline(Work.UNCANCELLED);
        read.set(0);
        assertEquals(first, open(bytes, "UTF-8").outline(Work.UNCANCELLED));
        assertTrue(read.get() < bytes.length / 2, read + " of " + bytes.length);
    }

    @Test
    void aDamagedOrForeignFileIsMadeAnew() throws Exception {
        byte[] bytes = novel(StandardCharsets.UTF_8, 150);
        Outline first = open(bytes, "UTF-8").outline(Work.UNCANCELLED);
        Path kept = onlyFile();
        byte[] good = Files.readAllBytes(kept);
        byte[] damaged = good.clone();
        damaged[good.length / 2] ^= 1;
        for (byte[] content : List.of(new byte[0], "<html>".getBytes(StandardCharsets.UTF_8), damaged)) {
            Files.write(kept, content);
            assertEquals(first, open(bytes, "UTF-8").outline(Work.UNCANCELLED));
            assertEquals(good.length, Files.size(onlyFile()));
        }
    }

    @Test
    void anUnfinishedOutlineIsNotKept() throws Exception {
        Book book = open(novel(StandardCharsets.UTF_8, 150), "UTF-8");
        int[] asked = {2};
        assertFalse(book.outline(() -> asked[0]-- <= 0).complete());
        try (Stream<Path> files = Files.list(cache)) {
            assertEquals(0, files.count());
        }
    }

    private Path onlyFile() throws Exception {
        try (Stream<Path> files = Files.list(cache)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size());
            return all.get(0);
        }
    }
}
