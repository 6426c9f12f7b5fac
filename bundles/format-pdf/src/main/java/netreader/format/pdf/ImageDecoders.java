package netreader.format.pdf;

import java.util.List;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import netreader.format.pdf.jpx.JpxReaderSpi;
import org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi;

/**
 * The decoders of images that the JDK lacks. PDFBox looks for them in the registry of ImageIO, which outlives the bundle:
 * they are taken out again when it stops, and nothing keeps its classes. Any thread.
 */
final class ImageDecoders {
    private final List<ImageReaderSpi> decoders = List.of(new JBIG2ImageReaderSpi(), new JpxReaderSpi());
    private boolean registered;
    private boolean ended;

    /** For the first book and not earlier: the registry itself takes a while, and a format is to be there at once. */
    synchronized void register() {
        if (!registered && !ended) {
            decoders.forEach(IIORegistry.getDefaultInstance()::registerServiceProvider);
            registered = true;
        }
    }

    /** For good. */
    synchronized void deregister() {
        ended = true;
        if (registered) {
            decoders.forEach(IIORegistry.getDefaultInstance()::deregisterServiceProvider);
            registered = false;
        }
    }
}
