package netreader.format.epub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is broken is repaired where that can be, and else refused with a sentence. */
@Timeout(120)
class DamageTest {
    @TempDir
    Path cache;

    private FormatException refused(byte[] bytes) {
        FormatException e = assertThrows(FormatException.class, () -> TestEpub.open(bytes, cache, Map.of()));
        assertTrue(e.getMessage().matches("[A-Z].{10,}"), e.getMessage());
        return e;
    }

    private String text(TestEpub epub) throws Exception {
        try (EpubBook book = epub.open(cache)) {
            StringBuilder text = new StringBuilder();
            for (int page = 0; page < book.pageCount(); page++) {
                text.append(book.pageText(page));
            }
            return text.toString().strip();
        }
    }

    @Test
    void anotherZipFileIsRefused() throws Exception {
        assertEquals(
                Reason.DAMAGED,
                refused(new TestEpub().without("META-INF/container.xml").zipped())
                        .reason());
        assertEquals(Reason.DAMAGED, refused(new byte[100]).reason());
        assertEquals(Reason.DAMAGED, refused(new byte[0]).reason());
    }

    @Test
    void withoutAContainerThePackageDocumentIsFoundByItsName() throws Exception {
        TestEpub epub = new TestEpub().chapter("a.xhtml", "<p>Text</p>").without("META-INF/container.xml");
        assertEquals("Text", text(epub.without("mimetype")));
    }

    @Test
    void aBookWithoutChaptersIsRefused() throws Exception {
        assertEquals(Reason.DAMAGED, refused(new TestEpub().bytes()).reason());
        TestEpub missing = new TestEpub().chapter("a.xhtml", "").without("OEBPS/a.xhtml");
        assertEquals(Reason.DAMAGED, refused(missing.bytes()).reason());
    }

    @Test
    void aChapterThatIsMissingIsLeftOut() throws Exception {
        TestEpub epub = new TestEpub()
                .chapter("a.xhtml", "<p>First</p>")
                .chapter("b.xhtml", "")
                .chapter("c.xhtml", "<p>Third</p>")
                .without("OEBPS/b.xhtml");
        try (EpubBook book = epub.open(cache)) {
            assertEquals(2, book.pageCount());
        }
    }

    @Test
    void brokenMarkupIsReadAsBrowsersDo() throws Exception {
        assertEquals(
                "One\nTwo & nbsp;three\nFour",
                text(new TestEpub().chapter("a.xhtml", "<p>One<br>Two & nbsp;three<p>Four</b>")));
    }

    @Test
    void namedCharactersNeedNoDtd() throws Exception {
        assertEquals("a\u00a0b — é", text(new TestEpub().chapter("a.xhtml", "<p>a&nbsp;b &mdash; &eacute;</p>")));
    }

    @Test
    void entitiesOfADtdAreNeitherFetchedNorMultiplied() throws Exception {
        String bomb = """
                <!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hosts">]>
                <html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p>x &b; &c; y</p></body></html>
                """;
        String text = text(new TestEpub().chapter("a.xhtml", "").with("OEBPS/a.xhtml", bomb));
        assertTrue(text.startsWith("x") && text.endsWith("y") && text.length() < 30, text);
    }

    @Test
    void scriptsAndFormsAreNoText() throws Exception {
        assertEquals(
                "Text",
                text(new TestEpub()
                        .chapter("a.xhtml", "<script>alert(1)</script><p onclick='x()'>Text</p><input value='no'/>")));
    }

    @Test
    void brokenStyleIsPassedOver() throws Exception {
        String style =
                "<style>p { color: ; } } @media { @font-face { src: url( } p { text-align: center } @page { size: 1px }</style>";
        try (EpubBook book =
                new TestEpub().chapter("a.xhtml", "", style, "<p>Text</p>").open(cache)) {
            assertEquals(1, book.pageCount());
            assertEquals("Text", book.pageText(0).strip());
        }
    }

    @Test
    void aBookForASellersProgramsIsRefused() throws Exception {
        TestEpub epub = new TestEpub()
                .chapter("a.xhtml", "<p>Text</p>")
                .with(
                        "META-INF/encryption.xml",
                        encryption("http://www.w3.org/2001/04/xmlenc#aes256-cbc", "OEBPS/a.xhtml"));
        assertEquals(Reason.UNSUPPORTED, refused(epub.bytes()).reason());
    }

    @Test
    void obfuscatedFontsDoNotStopABook() throws Exception {
        TestEpub epub = new TestEpub()
                .chapter(
                        "a.xhtml",
                        "",
                        "<style>@font-face{font-family:x;src:url(f.otf)} p{font-family:x}</style>",
                        "<p>Text</p>")
                .with("OEBPS/f.otf", new byte[5000])
                .with("META-INF/encryption.xml", encryption("http://www.idpf.org/2008/embedding", "OEBPS/f.otf"));
        assertEquals("Text", text(epub));
    }

    private static String encryption(String algorithm, String file) {
        return """
                <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">
                <enc:EncryptedData><enc:EncryptionMethod Algorithm="%s"/>
                <enc:CipherData><enc:CipherReference URI="%s"/></enc:CipherData></enc:EncryptedData></encryption>
                """.formatted(algorithm, file);
    }

    @Test
    void markupThatIsNestedTooDeeplyIsStillRead() throws Exception {
        String deep = "<div>".repeat(5000) + "bottom" + "</div>".repeat(5000);
        assertEquals("bottom", text(new TestEpub().chapter("a.xhtml", deep)));
    }

    @Test
    void aPictureThatIsBrokenOrAwayLeavesTheText() throws Exception {
        TestEpub epub = new TestEpub()
                .chapter(
                        "a.xhtml",
                        "<p>Text<img src='broken.png'/><img src='away.png'/><img src='http://example.org/x.png'/></p>")
                .with("OEBPS/broken.png", new byte[] {1, 2, 3});
        assertEquals("Text", text(epub));
        try (EpubBook book = epub.open(cache)) {
            BufferedImage page = new BufferedImage(420, 595, BufferedImage.TYPE_INT_RGB);
            book.render(0, 1, new Rectangle(420, 595), page, Work.UNCANCELLED);
            assertEquals(Color.WHITE.getRGB(), page.getRGB(5, 5));
        }
    }

    @Test
    void aChapterThatUnpacksToTooMuchIsAPageThatSaysSo() throws Exception {
        TestEpub epub = new TestEpub()
                .chapter("a.xhtml", "<p>Text</p>")
                .chapter("b.xhtml", "")
                .with("OEBPS/b.xhtml", new byte[40 << 20]);
        try (EpubBook book = epub.open(cache)) {
            assertEquals(2, book.pageCount());
            assertEquals("Text", book.pageText(0).strip());
            BufferedImage page = new BufferedImage(42, 60, BufferedImage.TYPE_INT_RGB);
            FormatException e = assertThrows(
                    FormatException.class, () -> book.render(1, 0.1, new Rectangle(42, 60), page, Work.UNCANCELLED));
            assertEquals(Reason.TOO_COSTLY, e.reason());
        }
    }

    @Test
    void aParagraphAsLongAsABookIsCut() throws Exception {
        String words = "several words of text ".repeat(20_000);
        try (EpubBook book =
                new TestEpub().chapter("a.xhtml", "<p>" + words + "</p>").open(cache)) {
            assertTrue(book.pageCount() > 100, () -> book.pageCount() + " pages");
            int last = book.pageCount() - 1;
            assertEquals(last, book.pageAt(book.anchorOf(last)));
            assertTrue(book.pageText(last).contains("words"));
        }
    }

    @Test
    void aTornPageTableCostsOnlyTime() throws Exception {
        TestEpub epub = new TestEpub().chapter("a.xhtml", TestEpub.paragraphs(50));
        int pages;
        try (EpubBook book = epub.open(cache)) {
            pages = book.pageCount();
        }
        Path table;
        try (Stream<Path> files = Files.list(cache)) {
            List<Path> kept = files.toList();
            assertEquals(1, kept.size(), kept::toString);
            table = kept.get(0);
        }
        byte[] whole = Files.readAllBytes(table);
        for (int length : new int[] {0, 7, whole.length / 2, whole.length - 1}) {
            Files.write(table, java.util.Arrays.copyOf(whole, length));
            try (EpubBook book = epub.open(cache)) {
                assertEquals(pages, book.pageCount());
            }
        }
        whole[20] ^= 1;
        Files.write(table, whole);
        try (EpubBook book = epub.open(cache)) {
            assertEquals(pages, book.pageCount());
        }
    }

    @Test
    void workThatNobodyWantsIsNotDone() throws Exception {
        try (EpubBook book = new TestEpub().chapter("a.xhtml", "<p>Text</p>").open(cache)) {
            BufferedImage page = new BufferedImage(42, 60, BufferedImage.TYPE_INT_RGB);
            FormatException e = assertThrows(
                    FormatException.class, () -> book.render(0, 0.1, new Rectangle(42, 60), page, () -> true));
            assertEquals(Reason.CANCELLED, e.reason());
        }
    }
}
