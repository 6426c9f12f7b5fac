package netreader.format.epub;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;

/** A book that a test packs, chapter by chapter. */
final class TestEpub {
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final StringBuilder manifest = new StringBuilder();
    private final StringBuilder spine = new StringBuilder();
    private String metadata =
            "<dc:title>A Book</dc:title><dc:creator>Somebody</dc:creator><dc:language>en</dc:language>";
    private String spineAttributes = "";

    TestEpub() {
        with("mimetype", "application/epub+zip");
        with("META-INF/container.xml", """
                <?xml version="1.0"?>
                <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
                <rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
                </container>
                """);
    }

    TestEpub metadata(String xml) {
        metadata = xml;
        return this;
    }

    TestEpub spine(String attributes) {
        spineAttributes = attributes;
        return this;
    }

    TestEpub with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    TestEpub with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    TestEpub without(String name) {
        files.remove(name);
        return this;
    }

    /** @param attributes of the manifest's item, such as its id */
    TestEpub item(String name, String mediaType, String attributes, byte[] content) {
        manifest.append("<item href='%s' media-type='%s' %s/>\n".formatted(name, mediaType, attributes));
        return with("OEBPS/" + name, content);
    }

    TestEpub item(String name, String mediaType, String attributes, String content) {
        return item(name, mediaType, attributes, content.getBytes(StandardCharsets.UTF_8));
    }

    TestEpub chapter(String name, String body) {
        return chapter(name, "", "", body);
    }

    /** @param properties of the spine's reference */
    TestEpub chapter(String name, String properties, String head, String body) {
        String id = name.replace(".", "-");
        spine.append("<itemref idref='%s' properties='%s'/>\n".formatted(id, properties));
        return item(
                name,
                "application/xhtml+xml",
                "id='" + id + "'",
                "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>T</title>" + head + "</head><body>" + body
                        + "</body></html>");
    }

    byte[] bytes() throws IOException {
        with("OEBPS/book.opf", """
                <?xml version="1.0"?>
                <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
                <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">%s</metadata>
                <manifest>%s</manifest><spine %s>%s</spine></package>
                """.formatted(metadata, manifest, spineAttributes, spine));
        return zipped();
    }

    /** Without a package document that was not given. */
    byte[] zipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    EpubBook open(Path cache) throws IOException, FormatException {
        return open(bytes(), cache, Map.of());
    }

    EpubBook open(Path cache, Map<String, String> settings) throws IOException, FormatException {
        return open(bytes(), cache, settings);
    }

    static EpubBook open(byte[] bytes, Path cache, Map<String, String> settings) throws FormatException {
        return (EpubBook) new EpubFormat()
                .open(
                        BookSource.of(bytes),
                        new OpenOptions(Optional.empty(), OpenOptions.DEFAULT_PAGE_BYTES, settings, cache));
    }

    static String paragraphs(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("<p id='p%d'>Paragraph number%d of many words, which are here to fill its lines.</p>\n"
                    .formatted(i, i));
        }
        return text.toString();
    }

    static byte[] png(int width, int height, Color color) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
