package netreader.format.comic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;

/** A comic that a test packs, entry by entry. */
final class TestComic {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip;

    TestComic() {
        this(StandardCharsets.UTF_8);
    }

    TestComic(Charset names) {
        zip = new ZipOutputStream(bytes, names);
    }

    TestComic with(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
        return this;
    }

    TestComic with(String name, String content) throws IOException {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    TestComic page(String name, Color color) throws IOException {
        return with(name, png(60, 90, color));
    }

    byte[] bytes() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    ComicBook open() throws IOException, FormatException {
        return open(bytes());
    }

    static ComicBook open(byte[] bytes) throws FormatException {
        return (ComicBook) new ComicFormat().open(BookSource.of(bytes), OpenOptions.defaults(Path.of("target")));
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
