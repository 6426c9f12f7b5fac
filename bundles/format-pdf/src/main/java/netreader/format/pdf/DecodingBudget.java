package netreader.format.pdf;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * How much the streams of a document may become when they are decoded: sixty kilobytes in a file can stand for sixty
 * megabytes, and memory that runs out is felt by all of the process. One thread at a time.
 */
final class DecodingBudget {
    /** A stream, or several that are needed at once, would become larger than they may. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1;

        Exceeded() {
            super("A stream would become too large");
        }
    }

    private static final long LEAST = 16 << 20;
    private static final long MOST = 128 << 20;

    private final long most =
            Math.max(LEAST, Math.min(MOST, Runtime.getRuntime().maxMemory() / 16));
    private long held;
    private boolean together;
    private boolean exceeded;

    /** Forgets what was before another piece of work. */
    void begin() {
        held = 0;
        exceeded = false;
    }

    /** Bytes that a stream may become; what is parsed into objects takes many times as much. */
    long of(COSDictionary stream) {
        if (COSName.XREF.equals(stream.getCOSName(COSName.TYPE))) {
            return most / 4;
        }
        if (COSName.OBJ_STM.equals(stream.getCOSName(COSName.TYPE))) {
            return most / 2;
        }
        return isContent(stream) ? Math.max(0, Math.min(most, 2 * most - held)) : most;
    }

    /** Bytes that the content of a page may become while it is read piece by piece, and never kept. */
    long ofPassingContent() {
        return 4 * most;
    }

    /** The bytes of a content stream that was decoded stay for as long as it is drawn. */
    void hold(COSDictionary stream, long bytes) {
        if (isContent(stream)) {
            held += bytes;
        }
    }

    /** Forms lie within each other, and all around the innermost are held. */
    private boolean isContent(COSDictionary stream) {
        return together || COSName.FORM.equals(stream.getCOSName(COSName.SUBTYPE));
    }

    /** What {@link #release} takes, to forget what was held in between. */
    long held() {
        return held;
    }

    void release(long before) {
        held = before;
    }

    /** Work with PDFBox. */
    interface Step<T> {
        T run() throws IOException;
    }

    /** Counts all streams that are decoded in a step as held at once: a page's content may be many. */
    <T> T together(Step<T> step) throws IOException {
        together = true;
        try {
            return step.run();
        } finally {
            together = false;
        }
    }

    /** Whether a stream was not decoded since the work began; PDFBox leaves out such streams in silence. */
    boolean isExceeded() {
        return exceeded;
    }

    Exceeded exceed() {
        exceeded = true;
        return new Exceeded();
    }

    /** Passes on so many bytes, and fails at the next. */
    OutputStream bounded(OutputStream out, long bytes) {
        return new OutputStream() {
            private long left = bytes;

            @Override
            public void write(int value) throws IOException {
                take(1);
                out.write(value);
            }

            @Override
            public void write(byte[] values, int offset, int length) throws IOException {
                take(length);
                out.write(values, offset, length);
            }

            private void take(int length) throws IOException {
                left -= length;
                if (left < 0) {
                    throw exceed();
                }
            }
        };
    }
}
