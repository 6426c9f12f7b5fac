package netreader.format.pdf.jpx;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import netreader.format.pdf.jpx.Picture.Selection;

/**
 * Reads JPEG 2000 pictures, as JP2 files and as codestreams alone. The size is known from the header; a picture of more
 * than 100 million pixels is refused by it. A picture of which every second or fourth pixel is wanted is decoded at a half
 * or a quarter of its size. One thread at a time; interrupting that thread ends the decoding, as {@link #abort}
 * does, and so does a minute.
 */
final class JpxReader extends ImageReader {
    /** Far more than real pictures take; only what was made to keep decoders busy reaches it. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private Optional<Jp2File> file = Optional.empty();
    private Optional<Grid> grid = Optional.empty();

    JpxReader(JpxReaderSpi provider) {
        super(provider);
    }

    @Override
    public void setInput(Object input, boolean forwardOnly, boolean withoutMetadata) {
        super.setInput(input, forwardOnly, withoutMetadata);
        file = Optional.empty();
        grid = Optional.empty();
    }

    @Override
    public void dispose() {
        setInput(null, true, true);
    }

    private Jp2File file() throws IOException {
        if (file.isEmpty()) {
            if (!(getInput() instanceof ImageInputStream in)) {
                throw new IllegalStateException("There is no input");
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[65_536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
            }
            file = Optional.of(Jp2File.read(bytes.toByteArray()));
        }
        return file.get();
    }

    private Grid grid() throws IOException {
        if (grid.isEmpty()) {
            grid = Optional.of(Codestream.readGrid(file().codestream()));
        }
        return grid.get();
    }

    @Override
    public int getNumImages(boolean allowSearch) {
        return 1;
    }

    @Override
    public int getWidth(int index) throws IOException {
        return grid().image().width();
    }

    @Override
    public int getHeight(int index) throws IOException {
        return grid().image().height();
    }

    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int index) throws IOException {
        int colours = Channels.of(file(), grid().components().size()).colours().size();
        int[] offsets = new int[colours];
        for (int i = 0; i < colours; i++) {
            offsets[i] = i;
        }
        return List.of(ImageTypeSpecifier.createInterleaved(Pixels.space(colours), offsets, 0, false, false))
                .iterator();
    }

    @Override
    public IIOMetadata getStreamMetadata() {
        return null;
    }

    @Override
    public IIOMetadata getImageMetadata(int index) {
        return null;
    }

    @Override
    public BufferedImage read(int index, ImageReadParam wanted) throws IOException {
        clearAbortRequest();
        ImageReadParam param = wanted == null ? getDefaultReadParam() : wanted;
        Rectangle region = getSourceRegion(param, getWidth(0), getHeight(0));
        int stepX = param.getSourceXSubsampling();
        int stepY = param.getSourceYSubsampling();
        JpxDecoder decoder = new JpxDecoder(file());
        if (!decoder.hasOpacity() && isOnlyLookedAt()) {
            return Pixels.image(decoder.blank());
        }
        boolean exact = decoder.mayBeIndexed();
        int reduction = exact
                ? 0
                : Math.min(decoder.mostReduction(), 31 - Integer.numberOfLeadingZeros(Math.min(stepX, stepY)));
        checkMemory(decoder.memory(reduction));
        Thread caller = Thread.currentThread();
        long start = System.nanoTime();
        BooleanSupplier cancelled =
                () -> abortRequested() || caller.isInterrupted() || System.nanoTime() - start > MOST_NANOS;
        Picture picture = decoder.decode(reduction, cancelled);
        Selection selection = new Selection(
                region.x,
                region.y,
                stepX,
                stepY,
                (region.width + stepX - 1) / stepX,
                (region.height + stepY - 1) / stepY,
                !exact);
        boolean whole = region.x == 0
                && region.y == 0
                && selection.width() == picture.width()
                && selection.height() == picture.height();
        return Pixels.image(whole ? picture : picture.scaled(selection, reduction));
    }

    /**
     * Before PDFBox reads a picture it has all of it decoded for its size and the kind of its colours alone, and throws
     * the pixels away. It does so in a method of its own, by which this is known; if that is ever renamed, pictures are
     * decoded twice again.
     */
    private static boolean isOnlyLookedAt() {
        return StackWalker.getInstance()
                .walk(frames ->
                        frames.limit(20).anyMatch(each -> each.getMethodName().equals("initJPXValues")));
    }

    private static void checkMemory(long needed) throws IOException {
        if (needed > Runtime.getRuntime().maxMemory() / 2) {
            throw new IOException("Decoding the JPEG 2000 picture takes " + (needed >> 20) + " MB, more than there is");
        }
    }
}
