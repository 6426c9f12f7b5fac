package netreader.format.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DamageTest {
    private static Reason reasonOf(Executable action) {
        return assertThrows(FormatException.class, action).reason();
    }

    /** More than the blocks that are kept from opening the book. */
    private static void readAll(PdfBook book) throws FormatException {
        for (int page = 0; page < book.pageCount(); page++) {
            book.pageText(page);
        }
    }

    @Test
    void aPasswordIsAskedFor() throws Exception {
        byte[] bytes = TestPdf.encrypted("秘密");
        assertEquals(Reason.PASSWORD_REQUIRED, reasonOf(() -> TestPdf.open(bytes)));
        assertEquals(Reason.PASSWORD_WRONG, reasonOf(() -> TestPdf.open(bytes, TestPdf.OPTIONS.withPassword("x"))));
        try (PdfBook book = TestPdf.open(bytes, TestPdf.OPTIONS.withPassword("秘密"))) {
            assertEquals("Hello reader\n", book.pageText(0));
            assertEquals(
                    "AES, 256 bits",
                    book.metadata()
                            .details()
                            .get(book.metadata().details().size() - 1)
                            .value());
        }
    }

    @Test
    void aTruncatedBookIsReadAsFarAsItGoesOrDamaged() throws Exception {
        byte[] whole = TestPdf.sample("Persuasion - Jane Austen.pdf");
        for (double share : new double[] {0.95, 0.5, 0.1}) {
            byte[] part = Arrays.copyOf(whole, (int) (whole.length * share));
            try (PdfBook book = TestPdf.open(part)) {
                assertTrue(book.pageCount() >= 0);
            } catch (FormatException e) {
                assertEquals(Reason.DAMAGED, e.reason());
            }
        }
    }

    @Test
    void garbageAndEmptyFilesAreDamaged() {
        byte[] garbage = new byte[20_000];
        new Random(7).nextBytes(garbage);
        assertEquals(Reason.DAMAGED, reasonOf(() -> TestPdf.open(garbage)));
        assertEquals(Reason.DAMAGED, reasonOf(() -> TestPdf.open(new byte[0])));
        byte[] headOnly = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        assertEquals(Reason.DAMAGED, reasonOf(() -> TestPdf.open(headOnly)));
    }

    @Test
    void randomDamageGivesFormatExceptionsOnly() throws Exception {
        byte[] whole = TestPdf.saved(TestPdf.onePage(0));
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            byte[] bytes = whole.clone();
            for (int i = random.nextInt(30); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try (PdfBook book = TestPdf.open(bytes)) {
                if (book.pageCount() > 0) {
                    book.pageText(0);
                    book.cover(40, Work.UNCANCELLED);
                }
            } catch (FormatException e) {
                assertTrue(e.getMessage().startsWith("T"), "a sentence: " + e.getMessage());
            }
        }
    }

    @Test
    void aSourceThatFailsIsAFailureOfReading() throws Exception {
        byte[] bytes = TestPdf.sample("Debian 参考手册.pdf");
        AtomicBoolean broken = new AtomicBoolean(true);
        BookSource source = new BookSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(long at, ByteBuffer to) throws IOException {
                if (broken.get()) {
                    throw new IOException("the network is away");
                }
                return BookSource.of(bytes).read(at, to);
            }
        };
        assertEquals(Reason.IO, reasonOf(() -> new PdfFormat().open(source, TestPdf.OPTIONS)));
        broken.set(false);
        try (PdfBook book = (PdfBook) new PdfFormat().open(source, TestPdf.OPTIONS)) {
            broken.set(true);
            assertEquals(Reason.IO, reasonOf(() -> readAll(book)));
            broken.set(false);
            assertTrue(book.pageText(100).length() > 100, "the book goes on when the source does");
        }
    }

    @Test
    void aCancelledRenderStops() throws Exception {
        try (PdfBook book = TestPdf.open(TestPdf.sample("Debian 参考手册.pdf"))) {
            BufferedImage target = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
            AtomicInteger asked = new AtomicInteger();
            Work work = () -> asked.incrementAndGet() > 20;
            assertEquals(Reason.CANCELLED, reasonOf(() -> book.render(40, 1, new Rectangle(600, 800), target, work)));
            assertTrue(asked.get() < 30, "it stops at the next operator");
        }
    }

    @Test
    void aHugePictureIsTooCostly() throws Exception {
        try (PdfBook book = TestPdf.open(TestPdf.saved(TestPdf.onePage(0)))) {
            BufferedImage target = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
            Rectangle clip = new Rectangle(100_000, 100_000);
            assertEquals(Reason.TOO_COSTLY, reasonOf(() -> book.render(0, 500, clip, target, Work.UNCANCELLED)));
        }
    }

    @Test
    void pagesThatAreNotThereAreRefused() throws Exception {
        try (PdfBook book = TestPdf.open(TestPdf.saved(TestPdf.onePage(0)))) {
            assertEquals(Reason.DAMAGED, reasonOf(() -> book.pageText(1)));
            assertEquals(Reason.DAMAGED, reasonOf(() -> book.pageSize(-1)));
        }
    }

    @Test
    void aClosedBookSaysSo() throws Exception {
        PdfBook book = TestPdf.open(TestPdf.saved(TestPdf.onePage(0)));
        book.close();
        book.close();
        assertEquals(Reason.CANCELLED, reasonOf(() -> book.pageText(0)));
    }
}
