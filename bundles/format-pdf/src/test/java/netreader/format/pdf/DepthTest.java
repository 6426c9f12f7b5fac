package netreader.format.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.time.Duration;
import netreader.format.FormatException;
import netreader.format.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that are nested without end, or ask for more than there is. */
class DepthTest {
    private static final Duration SECONDS = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int DEEP = 100_000;
    private static final String TEXT = "/Contents 6 0 R/Resources<</Font<</F 7 0 R>>>>";
    private static final String SHOW = RawPdf.stream("", "BT /F 10 Tf 10 50 Td (AAAA) Tj ET");

    @AfterEach
    void theNextBookIsFine() throws Exception {
        try (PdfBook book = TestPdf.open(TestPdf.saved(TestPdf.onePage(0)))) {
            assertEquals("Hello reader\n", book.pageText(0));
        }
    }

    private static BufferedImage paint(PdfBook book, int page) throws FormatException {
        BufferedImage target = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        // Painting is given up after a time, as a reader does.
        long start = System.nanoTime();
        Work work = () -> System.nanoTime() - start > PATIENCE.toNanos();
        book.render(page, 1, new Rectangle(100, 100), target, work);
        return target;
    }

    /** Reads all of the first page; it may fail, with a sentence. The second is as it should be. */
    private static void survives(byte[] file) {
        assertTimeoutPreemptively(SECONDS, () -> {
            try (PdfBook book = TestPdf.open(file)) {
                assertEquals(2, book.pageCount());
                attempt(() -> paint(book, 0));
                attempt(() -> book.pageText(0));
                attempt(() -> book.textRuns(0));
                attempt(() -> book.links(0));
                attempt(() -> book.outline(Work.UNCANCELLED));
                book.metadata();
                book.label(0);
                assertEquals(0xFF000000, paint(book, 1).getRGB(25, 75));
            }
        });
    }

    private interface Attempt {
        void run() throws FormatException;
    }

    private static void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (FormatException e) {
            assertTrue(
                    e.getMessage().matches("(This|A part of this) PDF .*|The page is not wanted .*"), e.getMessage());
        }
    }

    private static String nested(String open, String close) {
        return open.repeat(DEEP) + close.repeat(DEEP);
    }

    @Test
    void arraysWithinArrays() {
        survives(RawPdf.pages("/Annots 6 0 R", nested("[", "]")));
        survives(RawPdf.pages("/Annots " + nested("[", "]")));
    }

    @Test
    void dictionariesWithinDictionaries() {
        survives(RawPdf.pages("/Resources 6 0 R", nested("<</Font", ">>")));
    }

    @Test
    void contentWithinContent() {
        survives(RawPdf.pages("/Contents 6 0 R", RawPdf.stream("", nested("[", "]") + " TJ")));
        survives(RawPdf.pages("/Contents 6 0 R", RawPdf.stream("", nested("/A <</B ", ">>") + " BDC")));
        survives(RawPdf.pages("/Contents 6 0 R", RawPdf.stream("", "q ".repeat(DEEP))));
    }

    @Test
    void formsThatDrawEachOther() {
        int forms = 2000;
        String[] objects = new String[forms + 1];
        objects[0] = RawPdf.stream("", "/X Do");
        for (int i = 0; i < forms; i++) {
            int next = i == forms - 1 ? 7 : 8 + i;
            String resources = "/Resources<</XObject<</X " + next + " 0 R>>>>";
            objects[i + 1] = RawPdf.stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + resources, "/X Do /X Do");
        }
        survives(RawPdf.pages("/Contents 6 0 R/Resources<</XObject<</X 7 0 R>>>>", objects));
    }

    @Test
    void functionsWithinFunctions() {
        String shading = "<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 100 100]/Function 8 0 R>>";
        String resources = "/Contents 6 0 R/Resources<</Shading<</S 7 0 R>>>>";
        String show = RawPdf.stream("", "/S sh");
        String code = nested("{", "}");
        survives(RawPdf.pages(resources, show, shading, RawPdf.stream("/FunctionType 4/Domain[0 1]/Range[0 1]", code)));
        survives(RawPdf.pages(
                resources, show, shading, "<</FunctionType 3/Domain[0 1]/Functions[8 0 R]/Bounds[]/Encode[0 1]>>"));
    }

    @Test
    void aTreeOfPagesAsDeepAsItIsLong() {
        String[] objects = new String[DEEP];
        objects[0] = "<</Type/Catalog/Pages 2 0 R>>";
        for (int i = 1; i < DEEP - 1; i++) {
            objects[i] = "<</Type/Pages/Count 1/Kids[" + (i + 2) + " 0 R]/Parent " + i + " 0 R>>";
        }
        objects[DEEP - 1] = "<</Type/Page/MediaBox[0 0 100 100]/Parent " + (DEEP - 1) + " 0 R>>";
        byte[] file = RawPdf.of(objects);
        assertTimeoutPreemptively(
                SECONDS,
                () -> attempt(() -> {
                    try (PdfBook book = TestPdf.open(file)) {
                        attempt(() -> paint(book, 0));
                        attempt(() -> book.pageText(0));
                    }
                }));
    }

    @Test
    void anOutlineAsDeepAsItIsLong() {
        String[] objects = new String[DEEP];
        objects[0] = "<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>";
        objects[1] = "<</Type/Pages/Count 1/Kids[3 0 R]>>";
        objects[2] = "<</Type/Page/MediaBox[0 0 100 100]/Parent 2 0 R>>";
        objects[3] = "<</First 5 0 R/Last 5 0 R>>";
        for (int i = 4; i < DEEP; i++) {
            objects[i] = "<</Title(x)/Parent " + i + " 0 R/First " + (i + 2) + " 0 R/Last " + (i + 2) + " 0 R>>";
        }
        byte[] file = RawPdf.of(objects);
        assertTimeoutPreemptively(SECONDS, () -> {
            try (PdfBook book = TestPdf.open(file)) {
                assertTrue(book.outline(Work.UNCANCELLED).entries().size() > 60);
            }
        });
    }

    @Test
    void widthsOfMoreCharactersThanThereAre() {
        String font = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[8 0 R]>>";
        String descendant = "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)"
                + "/Ordering(Identity)/Supplement 0>>/W[0 2147483647 500]/W2[0 2147483647 5 5 5]>>";
        survives(RawPdf.pages(TEXT, SHOW, font, descendant));
    }

    @Test
    void codesThatStandForEverything() {
        String font = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding 9 0 R/ToUnicode 9 0 R/DescendantFonts[8 0 R]>>";
        String descendant = "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)"
                + "/Ordering(Identity)/Supplement 0>>>>";
        String map = """
                begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange
                1 beginbfrange <00000000> <ffffffff> <0041> endbfrange
                1 begincidrange <00000000> <ffffffff> 0 endcidrange endcmap""";
        survives(RawPdf.pages(TEXT, SHOW, font, descendant, RawPdf.stream("", map)));
    }

    @Test
    void glyphsThatDrawThemselves() {
        String font = "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 65/LastChar 65"
                + "/Widths[9]/Encoding<</Differences[65/a]>>/CharProcs<</a 8 0 R>>/Resources<</Font<</F 7 0 R>>>>>>";
        survives(RawPdf.pages(TEXT, SHOW, font, RawPdf.stream("", "9 0 d0 BT /F 10 Tf 10 50 Td (AAAA) Tj ET")));
    }

    @Test
    void patternsThatFillThemselves() {
        String pattern = RawPdf.stream(
                "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9"
                        + "/Resources<</Pattern<</P 7 0 R>>>>",
                "/Pattern cs /P scn 0 0 9 9 re f");
        survives(RawPdf.pages(
                "/Contents 6 0 R/Resources<</Pattern<</P 7 0 R>>>>",
                RawPdf.stream("", "/Pattern cs /P scn 0 0 100 100 re f"),
                pattern));
        String tiny = RawPdf.stream(
                "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1000000 1000000]/XStep 1000000"
                        + "/YStep 1000000/Matrix[1000 0 0 1000 0 0]/Resources<<>>",
                "0 0 9 9 re f");
        survives(RawPdf.pages(
                "/Contents 6 0 R/Resources<</Pattern<</P 7 0 R>>>>",
                RawPdf.stream("", "/Pattern cs /P scn 0 0 100 100 re f"),
                tiny));
    }

    @Test
    void spacesOfColourWithinEachOther() {
        survives(RawPdf.pages(
                "/Contents 6 0 R/Resources<</ColorSpace<</C 7 0 R>>>>",
                RawPdf.stream("", "/C cs 0 sc 0 0 9 9 re f"),
                "[/Indexed 7 0 R 255 (abc)]"));
    }

    @Test
    void predictorsOfEndlessLines() {
        survives(RawPdf.pages(
                "/Contents 6 0 R",
                RawPdf.stream(
                        "/Filter/LZWDecode/DecodeParms<</Predictor 12/Columns 2147483647/Colors 32>>", "abcdefgh")));
    }
}
