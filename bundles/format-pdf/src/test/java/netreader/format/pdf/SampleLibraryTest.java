package netreader.format.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import netreader.format.BookMetadata.Detail;
import netreader.format.Outline;
import netreader.format.PageSize;
import netreader.format.TextRun;
import netreader.format.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleLibraryTest {
    private static final String TANG = "唐诗三百首.pdf";
    private static final String PERSUASION = "Persuasion - Jane Austen.pdf";
    private static final String DEBIAN = "Debian 参考手册.pdf";

    private static BufferedImage paint(PdfBook book, int page, double scale, Rectangle clip) throws Exception {
        BufferedImage image = new BufferedImage(clip.width, clip.height, BufferedImage.TYPE_INT_RGB);
        book.render(page, scale, clip, image, Work.UNCANCELLED);
        return image;
    }

    private static long darkPixels(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        long dark = 0;
        for (int pixel : pixels) {
            dark += (pixel & 0xFF) < 128 ? 1 : 0;
        }
        return dark;
    }

    @ParameterizedTest
    @CsvSource({
        TANG + ", 132, 328, 唐诗三百首, 蜀道",
        PERSUASION + ", 202, 25, Persuasion, Kellynch",
        DEBIAN + ", 251, 452, Debian 参考手册, Debian"
    })
    void theBooksAreDescribedAndRead(String name, int pages, int outline, String title, String word) throws Exception {
        try (PdfBook book = TestPdf.open(TestPdf.sample(name))) {
            assertEquals(pages, book.pageCount());
            assertEquals(title, book.metadata().title().orElseThrow());
            Outline contents = book.outline(Work.UNCANCELLED);
            assertTrue(contents.complete());
            assertEquals(outline, contents.entries().size());
            long last = 0;
            for (Outline.Entry entry : contents.entries()) {
                assertFalse(entry.title().isBlank());
                assertTrue(entry.anchor() >= last && entry.anchor() < pages, "entries go on through the book");
                last = entry.anchor();
            }
            StringBuilder text = new StringBuilder();
            for (int page = 0; page < pages; page++) {
                text.append(book.pageText(page));
            }
            assertTrue(text.indexOf(word) >= 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TANG, PERSUASION, DEBIAN})
    void theFirstPageIsTheCover(String name) throws Exception {
        try (PdfBook book = TestPdf.open(TestPdf.sample(name))) {
            BufferedImage cover = book.cover(300, Work.UNCANCELLED).orElseThrow();
            assertEquals(300, Math.max(cover.getWidth(), cover.getHeight()));
            assertTrue(darkPixels(cover) > 50);
        }
    }

    @Test
    void aClipIsThatPartOfThePage() throws Exception {
        try (PdfBook book = TestPdf.open(TestPdf.sample(DEBIAN))) {
            PageSize size = book.pageSize(40);
            Rectangle all = new Rectangle((int) size.width(), (int) size.height());
            Rectangle part = new Rectangle(60, 100, 300, 200);
            BufferedImage whole = paint(book, 40, 1, all);
            BufferedImage clipped = paint(book, 40, 1, part);
            BufferedImage expected = whole.getSubimage(part.x, part.y, part.width, part.height);
            assertTrue(darkPixels(expected) > 100);
            for (int y = 0; y < part.height; y++) {
                for (int x = 0; x < part.width; x++) {
                    assertEquals(expected.getRGB(x, y) & 0xFF, clipped.getRGB(x, y) & 0xFF, 16, x + ", " + y);
                }
            }
        }
    }

    @Test
    void runsAreWordsOnThePage() throws Exception {
        try (PdfBook book = TestPdf.open(TestPdf.sample(PERSUASION))) {
            List<TextRun> runs = book.textRuns(10);
            PageSize size = book.pageSize(10);
            Rectangle page = new Rectangle(0, 0, (int) size.width() + 1, (int) size.height() + 1);
            runs.forEach(run -> assertTrue(page.contains(run.bounds()), run.toString()));
            assertTrue(runs.stream().filter(TextRun::endsLine).count() > 20);
            String lines = runs.stream()
                    .map(run -> run.text() + (run.endsLine() ? "\n" : ""))
                    .collect(Collectors.joining());
            assertEquals(lines, book.pageText(10).strip().replaceAll("\\n+", "\n") + "\n");
        }
    }

    @Test
    void linksLeadToPagesAndOut() throws Exception {
        try (PdfBook book = TestPdf.open(TestPdf.sample(DEBIAN))) {
            long links = 0;
            for (int page = 0; page < 60; page++) {
                links += book.links(page).size();
            }
            assertTrue(links > 100, links + " links");
        }
    }

    @Test
    void detailsComeInTheirOrder() throws Exception {
        List<String> order = List.of(
                "PDF version",
                "Subject",
                "Keywords",
                "Creator",
                "Producer",
                "Created",
                "Modified",
                "Page size",
                "Fonts on page 1",
                "Tagged",
                "Encrypted");
        try (PdfBook book = TestPdf.open(TestPdf.sample(DEBIAN))) {
            List<String> names =
                    book.metadata().details().stream().map(Detail::name).toList();
            assertEquals(order.stream().filter(names::contains).toList(), names);
            assertTrue(names.containsAll(List.of("PDF version", "Producer", "Page size")), names.toString());
        }
    }

    @Test
    void nothingIsWrittenToTheHomeFolder() throws Exception {
        try (PdfBook book = TestPdf.open(TestPdf.saved(TestPdf.onePage(0)))) {
            assertTrue(book.cover(50, Work.UNCANCELLED).isPresent());
        }
        Path cache = Path.of(System.getProperty("user.home"), ".pdfbox.cache");
        long began = ManagementFactory.getRuntimeMXBean().getStartTime();
        boolean ours = Files.exists(cache) && Files.getLastModifiedTime(cache).toMillis() >= began;
        assertFalse(ours, "other programs with PDFBox may have written it before");
    }
}
