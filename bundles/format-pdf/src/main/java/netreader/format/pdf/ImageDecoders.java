package netreader.format.pdf;

import java.util.List;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import netreader.format.pdf.jpx.JpxReaderSpi;
import org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi;

/**
 * The decoders of images that the JDK lacks. PDFBox looks for them in the registry of ImageIO, which outlives the bundle:
 * they are taken out again when it stops, and nothing keeps its classes.
 */
final class ImageDecoders {
    private static final List<ImageReaderSpi> DECODERS = List.of(new JBIG2ImageReaderSpi(), new JpxReaderSpi());

    private ImageDecoders() {}

    static void register() {
        DECODERS.forEach(IIORegistry.getDefaultInstance()::registerServiceProvider);
    }

    static void deregister() {
        DECODERS.forEach(IIORegistry.getDefaultInstance()::deregisterServiceProvider);
    }
}
