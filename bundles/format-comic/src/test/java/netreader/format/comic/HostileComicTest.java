package netreader.format.comic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.PageSize;
import netreader.format.ReadingDirection;
import netreader.format.Work;
import org.junit.jupiter.api.Test;

/** Comics that were made to do harm, or were made badly. */
class HostileComicTest {
    private static FormatException refusedPage(TestComic comic) throws Exception {
        try (ComicBook book = comic.open()) {
            BufferedImage target = new BufferedImage(60, 90, BufferedImage.TYPE_INT_RGB);
            return assertThrows(
                    FormatException.class, () -> book.render(0, 0.1, new Rectangle(60, 90), target, Work.UNCANCELLED));
        }
    }

    /** In TIFF a height is a number without a sign, and the decoder gives it one. */
    @Test
    void aPictureWhoseHeightIsNegativeIsDamaged() throws Exception {
        byte[] tiff = HexFormat.of()
                .parseHex("49492a0008000000" + "0200" + "00010400010000000a000000" + "0101040001000000ffffffff"
                        + "00000000");
        TestComic comic = new TestComic().with("1.tif", tiff);
        assertEquals(Reason.DAMAGED, refusedPage(comic).reason());
    }

    /** Its decoder would take gigabytes that no limit of the JVM counts. */
    @Test
    void aProgressiveJpegOfHundredsOfMegapixelsIsTooCostly() throws Exception {
        byte[] jpeg = jpeg(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), true);
        int size = indexOf(jpeg, 0xC2) + 4;
        ByteBuffer.wrap(jpeg).putShort(size, (short) 19_000).putShort(size + 2, (short) 19_000);
        FormatException refused = refusedPage(new TestComic().with("1.jpg", jpeg));
        assertEquals(Reason.TOO_COSTLY, refused.reason());
        assertEquals("The picture of this page is too large", refused.getMessage());
    }

    @Test
    void aPictureThatIsPackedInXzOrZstandardIsUnsupported() throws Exception {
        for (int method : new int[] {93, 95}) {
            byte[] archive = new TestComic().page("1.png", Color.RED).bytes();
            ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putShort(8, (short) method);
            bytes.putShort(directoryOf(bytes) + 10, (short) method);
            try (ComicBook book = TestComic.open(archive)) {
                BufferedImage target = new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB);
                FormatException refused = assertThrows(
                        FormatException.class,
                        () -> book.render(0, 0.1, new Rectangle(9, 9), target, Work.UNCANCELLED));
                assertEquals(Reason.UNSUPPORTED, refused.reason());
            }
        }
    }

    @Test
    void aDirectoryThatWouldFillTheMemoryIsTooCostly() throws Exception {
        byte[] archive = new TestComic().page("1.png", Color.RED).bytes();
        ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int directory = directoryOf(bytes);
        int end = directory + 46 + bytes.getShort(directory + 28) + bytes.getShort(directory + 30);
        int copies = (20 << 20) / (end - directory);
        ByteBuffer many =
                ByteBuffer.allocate(directory + copies * (end - directory) + 22).order(ByteOrder.LITTLE_ENDIAN);
        many.put(archive, 0, directory);
        for (int i = 0; i < copies; i++) {
            many.put(archive, directory, end - directory);
        }
        many.put(archive, archive.length - 22, 22);
        many.putInt(many.capacity() - 10, copies * (end - directory));
        FormatException refused = assertThrows(FormatException.class, () -> TestComic.open(many.array()));
        assertEquals(Reason.TOO_COSTLY, refused.reason());
        assertEquals("This comic has more entries than any book needs", refused.getMessage());
    }

    @Test
    void aDescriptionOfHundredsOfMegabytesIsPassedOver() throws Exception {
        byte[] start = "<ComicInfo><Title>".getBytes(StandardCharsets.UTF_8);
        byte[] info = Arrays.copyOf(start, 60 << 20);
        Arrays.fill(info, start.length, info.length, (byte) 'a');
        try (ComicBook book = new TestComic()
                .with("ComicInfo.xml", info)
                .page("1.png", Color.RED)
                .open()) {
            assertEquals(Optional.empty(), book.metadata().title());
            assertEquals(1, book.pageCount());
        }
    }

    @Test
    void aCoverWithoutANumberCostsNothingElseOfTheDescription() throws Exception {
        String info = """
                <ComicInfo><Pages><Page Type="FrontCover"/><Page Image="x" Type="FrontCover"/>
                <Page Image="1" Type="FrontCover"/></Pages>
                <Title>Behind</Title><Manga>YesAndRightToLeft</Manga></ComicInfo>
                """;
        try (ComicBook book = new TestComic()
                .with("ComicInfo.xml", info)
                .page("1.png", Color.RED)
                .page("2.png", Color.GREEN)
                .open()) {
            assertEquals(Optional.of("Behind"), book.metadata().title());
            assertEquals(ReadingDirection.RIGHT_TO_LEFT, book.direction());
            BufferedImage cover = book.cover(90, Work.UNCANCELLED).orElseThrow();
            assertEquals(Color.GREEN.getRGB(), cover.getRGB(30, 45));
        }
    }

    private static int directoryOf(ByteBuffer archive) {
        return archive.getInt(archive.capacity() - 6);
    }

    private static int indexOf(byte[] jpeg, int marker) {
        for (int i = 0; i < jpeg.length - 1; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == marker) {
                return i + 1;
            }
        }
        throw new AssertionError("No such marker");
    }

    static byte[] jpeg(BufferedImage picture, boolean progressive) throws Exception {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A camera that was held on its side says so; all eight ways. */
    @Test
    void aPhotographIsSeenAsTheCameraWasHeld() throws Exception {
        BufferedImage picture = new BufferedImage(160, 80, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 40; y++) {
                picture.setRGB(x, y, 0xFFFFFF); // the corner at the top left
            }
        }
        int[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 1}, {0, 1}};
        for (int code = 1; code <= 8; code++) {
            byte[] plain = jpeg(picture, false);
            byte[] exif = HexFormat.of()
                    .parseHex("ffe10022457869660000" + "49492a0008000000" + "0100" + "1201030001000000"
                            + String.format("%02x", code) + "000000" + "00000000");
            ByteArrayOutputStream turned = new ByteArrayOutputStream();
            turned.write(plain, 0, 2);
            turned.writeBytes(exif);
            turned.write(plain, 2, plain.length - 2);
            try (ComicBook book =
                    new TestComic().with("1.jpg", turned.toByteArray()).open()) {
                PageSize size = book.pageSize(0);
                assertEquals(code >= 5, size.height() > size.width(), "Code " + code);
                int width = (int) size.width();
                int height = (int) size.height();
                BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
                book.render(0, 1, new Rectangle(width, height), page, Work.UNCANCELLED);
                int[] corner = corners[code - 1];
                for (int x = 0; x <= 1; x++) {
                    for (int y = 0; y <= 1; y++) {
                        int blue = page.getRGB(8 + x * (width - 17), 8 + y * (height - 17)) & 0xFF;
                        assertEquals(x == corner[0] && y == corner[1], blue > 128, "Code " + code);
                    }
                }
            }
        }
    }

    /** Java takes grey with opacity for linear light: half black would be light grey. */
    @Test
    void greyWithOpacityIsAsDarkAsGrey() throws Exception {
        java.awt.image.ColorModel colors = new java.awt.image.ComponentColorModel(
                java.awt.color.ColorSpace.getInstance(java.awt.color.ColorSpace.CS_GRAY),
                true,
                false,
                java.awt.Transparency.TRANSLUCENT,
                java.awt.image.DataBuffer.TYPE_BYTE);
        java.awt.image.WritableRaster raster = colors.createCompatibleWritableRaster(60, 90);
        for (int y = 0; y < 90; y++) {
            for (int x = 0; x < 60; x++) {
                raster.setPixel(x, y, new int[] {128, 255});
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(colors, raster, false, null), "png", png);
        try (ComicBook book = new TestComic().with("1.png", png.toByteArray()).open()) {
            BufferedImage page = new BufferedImage(45, 67, BufferedImage.TYPE_INT_RGB);
            book.render(0, 1, new Rectangle(45, 67), page, Work.UNCANCELLED);
            assertEquals(0x808080, page.getRGB(20, 30) & 0xFFFFFF);
        }
    }

    /** A picture for print, of (128, 0, 128) in inks, as ImageMagick writes it. */
    @Test
    void aPictureInInksHasTheColoursOfOthers() throws Exception {
        String base64 = """
                /9j/7gAOQWRvYmUAZAAAAAAC/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJT
                UjI+WmFaUGBKUVJP/9sAQwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P
                T09PT09P/8AAFAgAEAAQBAEiAAIRAQMRAQQiAP/EABUAAQEAAAAAAAAAAAAAAAAAAAAE/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/E
                ABQBAQAAAAAAAAAAAAAAAAAAAAb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/ALgA8CAH/9k=
                """;
        byte[] jpeg = Base64.getMimeDecoder().decode(base64);
        try (ComicBook book = new TestComic().with("1.jpg", jpeg).open()) {
            BufferedImage page = new BufferedImage(12, 12, BufferedImage.TYPE_INT_RGB);
            book.render(0, 1, new Rectangle(12, 12), page, Work.UNCANCELLED);
            Color color = new Color(page.getRGB(6, 6));
            assertEquals(128, color.getRed(), 4);
            assertEquals(0, color.getGreen(), 4);
            assertEquals(128, color.getBlue(), 4);
        }
    }
}
