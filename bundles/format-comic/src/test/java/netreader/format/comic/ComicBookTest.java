package netreader.format.comic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import netreader.format.BookMetadata;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.OpenOptions;
import netreader.format.Outline;
import netreader.format.PageSize;
import netreader.format.ReadingDirection;
import netreader.format.Work;
import org.junit.jupiter.api.Test;

class ComicBookTest {
    private static final String INFO = """
            <?xml version="1.0"?>
            <ComicInfo>
              <Title>第一话 相遇</Title><Series>测试漫画</Series><Number>3</Number>
              <Writer>甲, 乙</Writer><Penciller>甲</Penciller><LanguageISO>zh</LanguageISO>
              <Manga>YesAndRightToLeft</Manga><Publisher>某社</Publisher>
              <Pages><Page Image="0"/><Page Image="1" Type="FrontCover"/></Pages>
            </ComicInfo>
            """;

    private static int middle(ComicBook book, int page, double scale) throws FormatException {
        PageSize size = book.pageSize(page);
        int width = (int) Math.round(size.width() * scale);
        int height = (int) Math.round(size.height() * scale);
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        book.render(page, scale, new Rectangle(width, height), target, Work.UNCANCELLED);
        return target.getRGB(width / 2, height / 2);
    }

    @Test
    void pagesAreReadAsPeopleCount() throws Exception {
        try (ComicBook book = new TestComic()
                .page("page10.png", Color.RED)
                .page("Page2.PNG", Color.GREEN)
                .page("page 1.png", Color.BLUE)
                .open()) {
            assertEquals(3, book.pageCount());
            assertEquals(Color.BLUE.getRGB(), middle(book, 0, 1));
            assertEquals(Color.GREEN.getRGB(), middle(book, 1, 1));
            assertEquals(Color.RED.getRGB(), middle(book, 2, 0.3));
        }
    }

    @Test
    void whatIsNoPictureIsNoPage() throws Exception {
        try (ComicBook book = new TestComic()
                .with("__MACOSX/._1.png", "x")
                .with(".png", "x")
                .with("Thumbs.db", "x")
                .with("readme.txt", "x")
                .page("folder/1.png", Color.RED)
                .open()) {
            assertEquals(1, book.pageCount());
            assertEquals(Outline.NONE, book.outline(Work.UNCANCELLED));
        }
    }

    @Test
    void foldersAreTheContents() throws Exception {
        try (ComicBook book = new TestComic(Charset.forName("GBK"))
                .page("漫画/第10话/1.png", Color.RED)
                .page("漫画/第2话/1.png", Color.RED)
                .page("漫画/第2话/2.png", Color.RED)
                .open()) {
            assertEquals(
                    List.of(new Outline.Entry("第2话", 0, 0), new Outline.Entry("第10话", 0, 2)),
                    book.outline(Work.UNCANCELLED).entries());
        }
    }

    @Test
    void theDescriptionIsRead() throws Exception {
        try (ComicBook book = new TestComic()
                .with("ComicInfo.xml", INFO)
                .page("1.png", Color.RED)
                .page("2.png", Color.BLUE)
                .open()) {
            BookMetadata metadata = book.metadata();
            assertEquals("第一话 相遇", metadata.title().orElseThrow());
            assertEquals(List.of("甲", "乙"), metadata.authors());
            assertEquals("zh", metadata.language().orElseThrow());
            assertTrue(metadata.details().contains(new BookMetadata.Detail("Publisher", "某社")));
            assertEquals(ReadingDirection.RIGHT_TO_LEFT, book.direction());
            assertEquals(
                    Color.BLUE.getRGB(),
                    book.cover(30, Work.UNCANCELLED).orElseThrow().getRGB(5, 5));
        }
    }

    @Test
    void aDescriptionThatIsDamagedOrReachesOutSaysWhatItCan() throws Exception {
        String entities =
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><ComicInfo><Series>&x;</Series></ComicInfo>";
        for (String info : List.of("", "<ComicInfo><Title>A</Title><Ser", entities, "no xml")) {
            try (ComicBook book = new TestComic()
                    .with("ComicInfo.xml", info)
                    .page("1.png", Color.RED)
                    .open()) {
                String title = book.metadata().title().orElse("");
                assertEquals(info.contains("<Title>A") ? "A" : "", title, info);
            }
        }
    }

    @Test
    void aPageThatIsDamagedSaysSoAndTheOthersAreRead() throws Exception {
        byte[] png = TestComic.png(60, 90, Color.RED);
        try (ComicBook book = new TestComic()
                .with("1.png", "no picture")
                .with("2.png", Arrays.copyOf(png, png.length / 3))
                .with("3.avif", "\0\0\0\u001cftypavif" + "\0".repeat(100))
                .page("4.png", Color.GREEN)
                .open()) {
            assertEquals(4, book.pageCount());
            assertEquals(
                    Reason.DAMAGED,
                    assertThrows(FormatException.class, () -> middle(book, 0, 1))
                            .reason());
            assertEquals(
                    Reason.DAMAGED,
                    assertThrows(FormatException.class, () -> middle(book, 1, 1))
                            .reason());
            FormatException avif = assertThrows(FormatException.class, () -> middle(book, 2, 1));
            assertEquals(Reason.UNSUPPORTED, avif.reason());
            assertEquals("The picture of this page is AVIF, which cannot be read here", avif.getMessage());
            assertEquals(Color.GREEN.getRGB(), middle(book, 3, 1));
        }
    }

    @Test
    void aPictureOfTooManyPixelsIsTooCostly() throws Exception {
        byte[] png = TestComic.png(60, 90, Color.RED);
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        try (ComicBook book = new TestComic().with("1.png", png).open()) {
            FormatException e = assertThrows(FormatException.class, () -> book.cover(100, Work.UNCANCELLED));
            assertEquals(Reason.TOO_COSTLY, e.reason());
        }
    }

    @Test
    void otherArchivesAreRefusedByTheirName() {
        byte[] rar = "Rar!\u001a\u0007 and so on".getBytes(Charset.forName("ISO-8859-1"));
        FormatException e = assertThrows(FormatException.class, () -> TestComic.open(rar));
        assertEquals(Reason.UNSUPPORTED, e.reason());
        assertEquals("This comic is a RAR archive; only ZIP can be read here", e.getMessage());
        assertEquals(
                Reason.DAMAGED,
                assertThrows(FormatException.class, () -> TestComic.open(new byte[500]))
                        .reason());
    }

    @Test
    void aSourceThatFailsIsNoDamage() throws Exception {
        byte[] bytes = new TestComic().page("1.png", Color.RED).bytes();
        boolean[] away = {false};
        BookSource source = new BookSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(long at, ByteBuffer to) throws IOException {
                if (away[0]) {
                    throw new IOException("The network is away");
                }
                return BookSource.of(bytes).read(at, to);
            }
        };
        try (ComicBook book = (ComicBook) new ComicFormat().open(source, OpenOptions.defaults(Path.of("target")))) {
            away[0] = true;
            assertEquals(
                    Reason.IO,
                    assertThrows(FormatException.class, () -> book.pageSize(0)).reason());
            assertEquals(
                    Reason.IO,
                    assertThrows(FormatException.class, () -> middle(book, 0, 1))
                            .reason());
            away[0] = false;
            assertEquals(new PageSize(45, 67.5), book.pageSize(0));
        }
    }

    @Test
    void aPageThatNobodyWantsIsNotPainted() throws Exception {
        try (ComicBook book = new TestComic().page("1.png", Color.RED).open()) {
            BufferedImage target = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
            FormatException e = assertThrows(
                    FormatException.class, () -> book.render(0, 1, new Rectangle(10, 10), target, () -> true));
            assertEquals(Reason.CANCELLED, e.reason());
        }
    }
}
