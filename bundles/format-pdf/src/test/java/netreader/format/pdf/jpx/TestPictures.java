package netreader.format.pdf.jpx;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The pictures of the tests. Each was encoded by OpenJPEG 2.5.0 from {@link #sample}, 90 by 70 pixels. */
final class TestPictures {
    static final int WIDTH = 90;
    static final int HEIGHT = 70;

    private TestPictures() {}

    /** What the pictures show in their first, second, third and fourth channel. */
    static int sample(int channel, int x, int y) {
        return switch (channel) {
            case 0 -> (x * 3 + y * 2) % 256;
            case 1 -> (x * y / 8) % 256;
            case 2 -> ((x - 40) * (x - 40) + (y - 30) * (y - 30)) / 16 % 256;
            default -> (x * x / 40 + y) % 256;
        };
    }

    static byte[] bytes(String name) throws IOException {
        try (InputStream in = TestPictures.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    static ImageReader reader(byte[] bytes) {
        ImageReader reader = new JpxReaderSpi().createReaderInstance(null);
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)), true, true);
        return reader;
    }

    static BufferedImage read(byte[] bytes) throws IOException {
        return reader(bytes).read(0);
    }

    /** Every {@code step}th pixel across and down. */
    static BufferedImage read(byte[] bytes, int step) throws IOException {
        ImageReader reader = reader(bytes);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    /** A JP2 file of a codestream whose numbers, 0 to 15, stand for colours: {@code 16 n}, {@code 255 - n}, {@code n}. */
    static byte[] withPalette(byte[] codestream) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        box(file, "jP  ", new byte[] {0x0D, 0x0A, (byte) 0x87, 0x0A});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        box(header, "colr", new byte[] {1, 0, 0, 0, 0, 0, 16});
        ByteArrayOutputStream palette = new ByteArrayOutputStream();
        palette.writeBytes(new byte[] {0, 16, 3, 7, 7, 7});
        for (int i = 0; i < 16; i++) {
            palette.writeBytes(new byte[] {(byte) (16 * i), (byte) (255 - i), (byte) i});
        }
        box(header, "pclr", palette.toByteArray());
        box(header, "cmap", new byte[] {0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 1, 2});
        box(file, "jp2h", header.toByteArray());
        box(file, "jp2c", codestream);
        return file.toByteArray();
    }

    private static void box(ByteArrayOutputStream to, String type, byte[] content) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(8 + content.length);
        out.writeBytes(type);
        out.write(content);
    }
}
