package netreader.format.pdf.jpx;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** Tells ImageIO of the reader of JPEG 2000 pictures; PDFBox asks ImageIO for it by the name of the format. */
public final class JpxReaderSpi extends ImageReaderSpi {
    private static final byte[] BOX = {0, 0, 0, 12, 0x6A, 0x50, 0x20, 0x20};
    private static final byte[] CODESTREAM = {-1, 0x4F, -1, 0x51};

    public JpxReaderSpi() {
        super(
                "NetReader",
                "1",
                new String[] {"JPEG2000", "jpeg2000", "JPEG 2000"},
                new String[] {"jp2", "jpx", "j2k", "j2c"},
                new String[] {"image/jp2", "image/jpx"},
                JpxReader.class.getName(),
                new Class<?>[] {ImageInputStream.class},
                null,
                false,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
    }

    @Override
    public boolean canDecodeInput(Object source) throws IOException {
        return source instanceof ImageInputStream in && (starts(in, BOX) || starts(in, CODESTREAM));
    }

    private static boolean starts(ImageInputStream in, byte[] wanted) throws IOException {
        in.mark();
        try {
            for (byte each : wanted) {
                if (in.read() != (each & 0xFF)) {
                    return false;
                }
            }
            return true;
        } finally {
            in.reset();
        }
    }

    @Override
    public ImageReader createReaderInstance(Object extension) {
        return new JpxReader(this);
    }

    @Override
    public String getDescription(Locale locale) {
        return "JPEG 2000";
    }
}
