package netreader.it;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Makes books of the formats that are ZIP files. */
final class SmallBooks {
    private static final String CONTAINER = """
            <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
              <rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
            </container>
            """;
    private static final String PACKAGE = """
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
              <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:identifier id="id">urn:x-netreader:small</dc:identifier>
                <dc:title>A small book</dc:title><dc:language>en</dc:language>
              </metadata>
              <manifest>
                <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
                <item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
                <item id="style" href="style.css" media-type="text/css"/>
                <item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/>
              </manifest>
              <spine><itemref idref="one"/></spine>
            </package>
            """;
    private static final String NAVIGATION = """
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
              <nav epub:type="toc"><ol><li><a href="one.xhtml">One</a></li></ol></nav></body></html>
            """;
    private static final String CHAPTER = """
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title>
              <link rel="stylesheet" type="text/css" href="style.css"/></head>
              <body><h1>One</h1><p>It was a small book.</p><img src="cover.png" alt="a square"/></body></html>
            """;

    private SmallBooks() {}

    static Path comic(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("1.png", picture("png"));
        entries.put("2.jpg", picture("jpg"));
        entries.put("ComicInfo.xml", utf8("<ComicInfo><Title>A small comic</Title></ComicInfo>"));
        return write(file, entries);
    }

    static Path epub(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("mimetype", utf8("application/epub+zip"));
        entries.put("META-INF/container.xml", utf8(CONTAINER));
        entries.put("book.opf", utf8(PACKAGE));
        entries.put("nav.xhtml", utf8(NAVIGATION));
        entries.put("one.xhtml", utf8(CHAPTER));
        entries.put("style.css", utf8("h1 { color: #204080; text-align: center }"));
        entries.put("cover.png", picture("png"));
        return write(file, entries);
    }

    private static byte[] picture(String kind) throws IOException {
        BufferedImage picture = new BufferedImage(200, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.ORANGE);
        g.fillRect(20, 20, 160, 260);
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, kind, bytes);
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Path write(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream to = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(to)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
