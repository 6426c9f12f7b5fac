package netreader.it;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Books of the formats that are not there from the beginning, made here. */
public final class SampleBooks {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 420;

    private SampleBooks() {}

    /** A comic whose pages bear their number; with ComicInfo.xml, titled as said. */
    public static Path comic(Path file, String title, int pages, boolean rightToLeft) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "ComicInfo.xml", """
                    <?xml version="1.0" encoding="utf-8"?>
                    <ComicInfo><Title>%s</Title><Writer>Somebody</Writer><Manga>%s</Manga></ComicInfo>
                    """.formatted(title, rightToLeft ? "YesAndRightToLeft" : "No"));
            for (int page = 1; page <= pages; page++) {
                put(zip, page + ".png", picture(page));
            }
        }
        return file;
    }

    private static byte[] picture(int page) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.getHSBColor(page / 10f, 0.25f, 0.95f));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.DARK_GRAY);
        graphics.drawRect(8, 8, WIDTH - 17, HEIGHT - 17);
        graphics.setFont(new Font(Font.SERIF, Font.BOLD, 120));
        graphics.drawString(Integer.toString(page), WIDTH / 3, HEIGHT / 2);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** An EPUB 3 of so many chapters, each of so many paragraphs; seven of these fill a page. */
    public static Path epub(Path file, String title, int chapters, int paragraphs) throws IOException {
        StringBuilder items = new StringBuilder();
        StringBuilder spine = new StringBuilder();
        StringBuilder toc = new StringBuilder();
        for (int i = 1; i <= chapters; i++) {
            items.append("<item id='c%d' href='c%d.xhtml' media-type='application/xhtml+xml'/>\n".formatted(i, i));
            spine.append("<itemref idref='c%d'/>\n".formatted(i));
            toc.append("<li><a href='c%d.xhtml'>Chapter %d</a></li>\n".formatted(i, i));
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            stored(zip, "mimetype", "application/epub+zip");
            put(zip, "META-INF/container.xml", """
                    <?xml version="1.0"?>
                    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
                    <rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
                    """);
            put(zip, "book.opf", """
                    <?xml version="1.0"?>
                    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
                    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">%s</dc:identifier>
                    <dc:title>%s</dc:title><dc:creator>Somebody</dc:creator><dc:language>en</dc:language></metadata>
                    <manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
                    %s</manifest><spine>%s</spine></package>
                    """.formatted(title, title, items, spine));
            put(zip, "nav.xhtml", """
                    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head>
                    <title>Contents</title></head><body><nav epub:type="toc"><ol>%s</ol></nav></body></html>
                    """.formatted(toc));
            for (int i = 1; i <= chapters; i++) {
                put(zip, "c" + i + ".xhtml", chapter(i, paragraphs));
            }
        }
        return file;
    }

    private static String chapter(int number, int paragraphs) {
        StringBuilder body = new StringBuilder("<h1>Chapter " + number + "</h1>\n");
        for (int i = 1; i <= paragraphs; i++) {
            body.append("<p>Paragraph %d of chapter %d. ".formatted(i, number));
            body.append("It was the best of times, it was the worst of times. ".repeat(6))
                    .append("</p>\n");
        }
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Chapter " + number + "</title></head><body>"
                + body + "</body></html>";
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        put(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** As an EPUB must begin: not compressed. */
    private static void stored(ZipOutputStream zip, String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
